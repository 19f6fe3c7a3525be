/** The page on which those who answer for visitors' data see what is kept and what went, and do what one visitor may ask for. */
package org.agentinbox.web.retention;

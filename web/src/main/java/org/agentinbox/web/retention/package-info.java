/**
 * The page on which those who answer for visitors' data see what is kept and what went, and do what one visitor may ask for.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link PrivacyPage}, {@link SubjectRow}, {@link PrivacyResource}.
 */
package org.agentinbox.web.retention;

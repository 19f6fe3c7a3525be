/**
 * REST for what a customer's programs know of visitors.
 *
 * <p>Events: none.
 */
package org.agentinbox.web.visitor;

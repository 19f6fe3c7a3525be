/**
 * What a customer's programs tell of visitors, over REST.
 *
 * <p>Events: none.
 */
package org.agentinbox.web.visitor;

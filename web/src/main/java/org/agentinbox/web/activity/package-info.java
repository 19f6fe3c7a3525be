/**
 * What visitors did, over REST.
 *
 * <p>Events: none.
 */
package org.agentinbox.web.activity;

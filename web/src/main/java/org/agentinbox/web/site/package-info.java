/**
 * The administration page on which a site is connected: the widget's line, the secret for signed identities, API keys.
 *
 * <p>Events: none.
 */
package org.agentinbox.web.site;

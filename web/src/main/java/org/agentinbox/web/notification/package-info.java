/**
 * What people are told beside the conversations: the list of what they missed; REST for the browsers that get pushes and for how an inbox
 * sounds.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link MissedResource}, {@link PushResource}, {@link NotificationPreferenceResource}.
 */
package org.agentinbox.web.notification;

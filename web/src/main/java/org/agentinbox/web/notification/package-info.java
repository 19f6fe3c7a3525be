/**
 * The list of missed chats; REST for the devices that get push messages and for how an inbox sounds.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link MissedResource}, {@link PushResource}, {@link NotificationPreferenceResource}.
 */
package org.agentinbox.web.notification;

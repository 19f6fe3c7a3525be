/**
 * How agents are told of what they would miss. This package holds the sounds of an inbox; Web Push is in {@code notification.push}, missed
 * chats in {@code notification.missed}, changed passwords and passkeys in {@code notification.credential}, and emails are a feature
 * of their own ({@code mail}).
 *
 * <p>Invariants: each agent has one preference for all devices, or the default.
 *
 * <p>The tables of all these packages are declared here ({@link org.agentinbox.platform.TableOwner}).
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link NotificationPreference}, {@link NotificationPreferences}.
 */
package org.agentinbox.notification;

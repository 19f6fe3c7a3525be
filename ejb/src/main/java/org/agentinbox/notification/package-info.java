/**
 * How people are told what they would miss. Here is how an inbox sounds; Web Push is in {@code notification.push}, chats that an agent
 * missed in {@code notification.missed}, and emails are a feature of their own ({@code mail}).
 *
 * <p>Invariants: each agent has one preference, on whatever device; who has chosen nothing has the default.
 *
 * <p>Which tables the feature owns, with its packages, is said here too ({@link org.agentinbox.platform.TableOwner}).
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link NotificationPreference}, {@link NotificationPreferences}.
 */
package org.agentinbox.notification;

/**
 * The wrap-up of chats: the lists of outcomes and tags that admins keep, and which of them a chat was given after its end.
 *
 * <p>Invariants: of those that are not removed, names of the same kind differ by more than the case of their letters; what is retired or
 * removed stays readable with the chats that have it, and no other chat gets it. This package checks no permission for a conversation: its
 * callers do.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link WrapUpChoice}, {@link WrapUpLists}, {@link WrapUps}.
 */
package org.agentinbox.conversation.wrapup;

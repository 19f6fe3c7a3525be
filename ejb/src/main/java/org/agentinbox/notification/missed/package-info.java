/**
 * Missed chats: the list of what each agent missed (lapsed offers, and what was meant for a team of
 * theirs), the email about a chat that nobody accepted, the message that its visitor may
 * leave, and the list of all these requests for those who see to them.
 *
 * <p>Invariants: the email is queued in the transaction in which the chat is missed, to all agents who were offered it and to the sales
 * admins, and to nobody once too many chats were missed within an hour; what an agent has seen stays seen; a lapsed transfer is no missed
 * chat.
 *
 * <p>Events: {@link MissedChatsChanged}, to be observed after commit. It observes offers that were withdrawn (routing), and chats that were
 * missed or ended (conversation).
 *
 * <p>Read in this order: {@link MissedChats}, {@link MissedChatRepository}, {@link MissedChatPublisher}; then {@link MissedChatMail},
 * {@link MissedChatReports}, {@link MissedChatMailText}; then {@link MissedRequest}, {@link LeftMessages}, {@link MissedRequests}.
 */
package org.agentinbox.notification.missed;

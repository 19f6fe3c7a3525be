/**
 * Conversations and their messages. Most other features build on it.
 *
 * <p>Invariants: a message that was acknowledged is on disk, once; {@code seq} counts the messages of a conversation from 1 without a gap,
 * and whoever sees message n can see all before it; the same client id is the same act; after its end a conversation does not change.
 * Private notes are kept apart from the messages: they are for agents only, may be added after the end too, and nothing that visitors get
 * is read from them. Whoever is mentioned in one may read the conversation; a name of somebody else stays plain text.
 * A visitor has at most one open conversation. A search finds only conversations that the caller may see in the list.
 * All topics of conversations are kept here, whichever feature detected them ({@link ConversationTopics}). The rule of who may write into a
 * conversation stands in two places: {@code Conversation.mayWrite}, and the database function {@code may_write} for the statements that
 * append messages; {@code WritingRuleIT} holds both to one table.
 *
 * <p>Events: {@link ChatRequested}, {@link ChatClosed} and {@link ChatMissed} inside the transaction; {@link ChatEnded},
 * {@link ChatConnected}, {@link ChatIdle}, {@link MessageStored}, {@link NoteStored},
 * {@link MentionsChanged}, {@link ReadMarkMoved}, {@link TypingChanged} and
 * {@link VisitorInfoChanged} for whoever shows or keeps them. An event that is observed after commit is a hint that can be lost: the
 * database is the truth. It observes changes of visitors and of what is known of them (visitor).
 *
 * <p>Read in this order: {@link Conversation}, the rules; {@link Conversations}, which alone finds, locks and ends them;
 * {@link VisitorChats} and {@link AgentChats}, whose messages {@link MessageSender} stores by {@code conversation.append}; then
 * {@link ConversationReader}, {@link ConversationHistory}, {@link Notes}, {@link ConversationSearch}, {@link SearchIndex}.
 */
package org.agentinbox.conversation;

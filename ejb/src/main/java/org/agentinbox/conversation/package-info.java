/**
 * Conversations and their messages: the heart of the product.
 *
 * <p>Invariants: a message that was acknowledged is on disk, once; {@code seq} counts the messages of a conversation from 1 without a gap,
 * and who sees n can see all before n; the same client id is the same act; after its end a conversation does not change. Private notes are
 * apart from the messages: they are for agents, may be added later too, and nothing that visitors get is read from them. A visitor has one
 * open conversation at most. Who finds a conversation by a search may see it in the list. Topics belong to their conversation, whoever
 * found them ({@link ConversationTopics}). Who may write into a conversation is said twice: by {@code Conversation.mayWrite}, and by the
 * database's function {@code may_write} to the statements that append messages; {@code WritingRuleIT} holds both to one table.
 *
 * <p>Events: {@link ChatRequested}, {@link ChatClosed} and {@link ChatMissed} inside the transaction; {@link ChatEnded},
 * {@link ChatConnected}, {@link ChatIdle}, {@link MessageStored}, {@link NoteStored}, {@link ReadMarkMoved}, {@link TypingChanged} and
 * {@link VisitorInfoChanged} for whoever shows or keeps them. An event that is observed after commit is a hint that can be lost: the
 * database is the truth. It observes changes of visitors and of what is known of them (visitor).
 *
 * <p>Read in this order: {@link Conversation}, the rules; {@link Conversations}, which alone finds, locks and ends them;
 * {@link VisitorChats} and {@link AgentChats}, whose messages {@link MessageSender} stores by {@code conversation.append}; then
 * {@link ConversationReader}, {@link ConversationHistory}, {@link Notes}, {@link ConversationSearch}, {@link SearchIndex}.
 */
package org.agentinbox.conversation;

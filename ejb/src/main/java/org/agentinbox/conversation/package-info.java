/**
 * Conversations and their messages: the heart of the product.
 *
 * <p>Invariants: a message that was acknowledged is on disk, once; {@code seq} counts the messages of a conversation from 1
 * without a gap, and who sees n can see all before n; the same client id is the same act; after its end a conversation does
 * not change. Private notes are apart from the messages: they are for agents, may be added later too, and nothing that visitors
 * get is read from them. A visitor has one open conversation at most. Who finds a conversation by a search may see it in the list.
 * Topics belong to their conversation, whoever found them ({@link org.agentinbox.conversation.ConversationTopics}).
 * Who may write into a conversation is said twice: by {@code Conversation.mayWrite}, and by the database's function {@code may_write} to
 * the statements that append messages; {@code WritingRuleIT} holds both to one table.
 *
 * <p>Read first: {@code Conversation}, the rules; {@code Conversations}, which alone finds, locks and ends them; {@code MessageSending},
 * the path of a message from {@code AgentChats} and {@code VisitorChats} through {@code MessageLog} to {@code MessageRows}.
 *
 * <p>Events: {@link org.agentinbox.conversation.ChatRequested} and {@link org.agentinbox.conversation.ChatClosed} inside
 * the transaction; {@link org.agentinbox.conversation.MessageStored}, {@link org.agentinbox.conversation.NoteStored}, {@link org.agentinbox.conversation.ChatConnected},
 * {@link org.agentinbox.conversation.ReadMoved}, {@link org.agentinbox.conversation.Typed} and
 * {@link org.agentinbox.conversation.VisitorInfoChanged} for whoever shows them, to be observed after commit. An event is
 * a hint that can be lost: the database is the truth.
 */
package org.agentinbox.conversation;

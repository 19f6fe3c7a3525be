/**
 * Summaries of conversations: what the visitor wants, what was answered or agreed, what is open, and the topics they showed interest in.
 * Here is when they are made and where they are kept; they are written by {@code summary.builtin} and, where the settings name one, anew
 * in the background by {@code summary.endpoint}. What both take and give is in {@code summary.api}, the list of topics in
 * {@code summary.topic}.
 *
 * <p>Invariants: the built-in summary is there first and stays where the endpoint fails; a chat that ended gets its final summary, if not
 * at once then by the job {@code conversation-summary}. Topics are handed to the conversation, which keeps them
 * ({@link org.agentinbox.conversation.ConversationTopics}). What is not on the administrators' list is a topic only where it is neither a
 * person's name ({@link org.agentinbox.summary.builtin.PersonNames}) nor a code or adjective alone
 * ({@link org.agentinbox.summary.builtin.TopicWords}).
 *
 * <p>Events: {@link SummaryChanged}, to be observed after commit. It observes connections, messages and ends of chats (conversation).
 *
 * <p>Read in this order: {@link FinalSummaries}, {@link SummaryWriter}, {@link LiveSummaryQueue}, {@link LiveSummaries},
 * {@link EndpointSummaries}, {@link SummaryRepository}, {@link ConversationSummaries}.
 */
package org.agentinbox.summary;

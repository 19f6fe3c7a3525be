/**
 * Summaries of conversations: what the visitor wants, what was answered or agreed, what is open, and the topics they showed interest in.
 * This package decides when summaries are made and stores them. They are written by {@code summary.builtin} and, where the settings name an
 * endpoint, again in the background by {@code summary.endpoint}. The types that both use are in {@code summary.api}, the list of topics in
 * {@code summary.topic}.
 *
 * <p>Invariants: the built-in summary comes first and stays where the endpoint fails; a chat that ended gets its final summary, at the
 * latest by the job {@code conversation-summary}. Topics are stored by the conversation feature
 * ({@link org.agentinbox.conversation.ConversationTopics}). A word or phrase that is not on the administrators' list is a topic only where
 * it is neither a person's name ({@link org.agentinbox.summary.builtin.PersonNames}) nor only a code or an adjective
 * ({@link org.agentinbox.summary.builtin.TopicWords}).
 *
 * <p>Events: {@link SummaryChanged}, to be observed after commit. It observes connections, messages and ends of chats (conversation).
 *
 * <p>Read in this order: {@link FinalSummaries}, {@link SummaryWriter}, {@link LiveSummaryQueue}, {@link LiveSummaries},
 * {@link EndpointSummaries}, {@link SummaryRepository}, {@link ConversationSummaries}.
 */
package org.agentinbox.summary;

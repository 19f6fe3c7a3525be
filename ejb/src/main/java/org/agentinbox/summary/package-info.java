/**
 * Summaries of conversations: what the visitor wants, what was answered or agreed, what is open, and the topics they showed interest in.
 *
 * <p>Nothing is stated that was not said: every statement names the messages it comes from. The built-in method
 * ({@link org.agentinbox.summary.BuiltInSummariser}) cuts the turns into sentences, weighs them, and retells the best in the third person;
 * it knows English and Korean, and quotes other languages. Where the settings name an endpoint, that writes them anew in the background
 * ({@code EndpointSummariser}); whatever it does, the built-in one is there first and stays where it fails. Topics are handed to the
 * conversation, which keeps them ({@link org.agentinbox.conversation.ConversationTopics}).
 */
package org.agentinbox.summary;

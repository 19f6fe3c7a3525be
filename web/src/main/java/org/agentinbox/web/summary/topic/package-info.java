/**
 * The page and the files of the list of topics. Rules and rights are those of {@code org.agentinbox.summary.topic}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link TopicsPage}, {@link TopicForm}, {@link TopicsResource}.
 */
package org.agentinbox.web.summary.topic;

/**
 * The page and the files of the list of topics. The rules are in {@code org.agentinbox.summary.topic}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link TopicsPage}, {@link TopicForm}, {@link TopicsResource}.
 */
package org.agentinbox.web.summary.topic;

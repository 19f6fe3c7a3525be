package org.agentinbox.summary.topic;

import org.agentinbox.summary.api.ListedTopicView;

/**
 * A topic of the list, for those who edit it.
 *
 * @param is the topic
 * @param version rises with each change
 */
public record TopicView(ListedTopicView is, int version) {}

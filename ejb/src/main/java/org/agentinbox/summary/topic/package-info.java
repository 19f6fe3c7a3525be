/**
 * The list of topics that sales admins keep, so that the same interest has the same name everywhere.
 *
 * <p>Invariants: a name is on the list once, whatever its letter case; a change is in effect on every node within seconds.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link TopicList}, {@link ListedTopic}, {@link TopicFile}, {@link TopicCache}.
 */
package org.agentinbox.summary.topic;

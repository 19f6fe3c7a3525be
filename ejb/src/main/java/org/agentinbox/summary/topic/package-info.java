/**
 * The list of topics that sales admins keep, so that what visitors speak of is called the same everywhere.
 *
 * <p>Invariants: a name is on the list once, in whatever letter case; a change is known on every node within seconds.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link TopicList}, {@link ListedTopic}, {@link TopicFile}, {@link TopicCache}.
 */
package org.agentinbox.summary.topic;

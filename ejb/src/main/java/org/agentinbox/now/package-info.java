/**
 * What goes on at this moment: agents with their state and load, visitors who wait, chats under way with the wait for an answer, and the
 * figures of the present day, for sales admins and for leads of teams.
 *
 * <p>Invariants: {@link org.agentinbox.now.NowService} decides who sees what: sales admins everything, leads what concerns the members of
 * their teams, nobody else anything. However many look, what is shown is read at most once a second, the figures of the day at most once in
 * five, and only while somebody looks; the number of statements does not depend on the number of rows.
 *
 * <p>Events: none; pages are told by asking every second what has changed, since much changes by time alone and on other nodes.
 *
 * <p>Read in this order: {@link org.agentinbox.now.NowView}, {@link org.agentinbox.now.NowChanges}, {@code Snapshots},
 * {@link org.agentinbox.now.NowService}.
 */
package org.agentinbox.now;

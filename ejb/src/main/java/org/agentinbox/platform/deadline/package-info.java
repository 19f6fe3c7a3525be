/**
 * What must happen at an instant, on whichever node is up then: offers lapse, idle chats end, daily jobs start.
 *
 * <p>Invariants: a deadline is set in the caller's transaction; it is handled within about a second of its instant, in a transaction that
 * also removes it, so what it does is done once; after a failure it is tried again at growing intervals, and others do not wait for it. A
 * deadline is not withdrawn when its reason is gone: handlers check the state themselves.
 *
 * <p>Events: none. A feature that has deadlines implements {@link DeadlineHandler} with a {@link DeadlineKind}.
 *
 * <p>Read in this order: {@link DeadlineHandler}, {@link Deadlines}, {@link Deadline}, {@link DeadlineTimer}, {@link DailyJobs}.
 */
package org.agentinbox.platform.deadline;

/**
 * What must happen at an instant, on whichever node is up then: offers that lapse, chats that fall silent, jobs of each day.
 *
 * <p>Invariants: a deadline is set in the caller's transaction; it is answered within about a second of its instant, in a transaction that
 * also removes it, so what it does is done once; after a failure it is tried again, ever more rarely, and others do not wait for it.
 * Handlers look at the state of things themselves: nobody withdraws a deadline that has become pointless.
 *
 * <p>Events: none. A feature that has deadlines implements {@link DeadlineHandler} with a {@link DeadlineKind}.
 *
 * <p>Read in this order: {@link DeadlineHandler}, {@link Deadlines}, {@link Deadline}, {@link DeadlineTimer}, {@link DailyJobs}.
 */
package org.agentinbox.platform.deadline;

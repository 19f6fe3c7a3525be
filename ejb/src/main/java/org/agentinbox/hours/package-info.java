/**
 * The hours of a week in local time, shared by live chats and meetings. These are values only; entities of other packages store them.
 *
 * <p>Invariants: a block lies within a day, and the blocks of a day do not overlap; a block holds at an instant when that instant's local
 * weekday and time lie in the block, so a local time that the zone skips is not worked and one that it repeats is worked twice.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Block}, {@link Schedule}, {@link DayPlan}; {@link StoredBlock} is how entities of other features store a
 * block.
 */
package org.agentinbox.hours;

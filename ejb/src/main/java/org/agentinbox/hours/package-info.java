/**
 * The hours of a week in local time, shared by live chats and meetings, and the days off that are cut out of them. These are values only;
 * entities of other packages store them.
 *
 * <p>Invariants: a block lies within a day, and the blocks of a day do not overlap; a block holds at an instant when that instant's local
 * weekday and time lie in the block, so a local time that the zone skips is not worked and one that it repeats is worked twice. The same
 * holds for days off; they cut blocks, and what is left of a block is a block.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Block}, {@link DayOff}, {@link DaysOff}, {@link Schedule}, {@link DayPlan}; {@link StoredBlock} is how
 * entities of other features store a block.
 */
package org.agentinbox.hours;

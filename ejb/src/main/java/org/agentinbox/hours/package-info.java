/**
 * The hours of a week, by the clock on somebody's wall: what live chats and meetings share. Values only; nothing here is stored by itself.
 *
 * <p>Invariants: a block lies within a day, and the blocks of a day do not overlap; a block holds at an instant when the clock of the zone
 * then shows a weekday and a time of the block, so a time that the zone skips is not worked and one that it repeats is worked twice.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Block}, {@link Schedule}, {@link DayPlan}; {@link StoredBlock} is how entities of other features keep a
 * block.
 */
package org.agentinbox.hours;

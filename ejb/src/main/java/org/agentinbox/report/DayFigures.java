package org.agentinbox.report;

import java.time.LocalDate;

/**
 * The live chats that were requested on a day: all of them, or those of an agent.
 *
 * @param day in the reports' zone
 * @param open how many are not over yet
 * @param requested of all: chats that were requested; of an agent: offers made to them
 * @param connected how many of these an agent accepted
 * @param missed of all: chats that nobody accepted; of an agent: offers that lapsed
 * @param accept of all: from the request until an agent accepted; of an agent: from the offer until they accepted
 * @param response from the request until the first message of an agent; of an agent: of the chats whose first message is theirs
 * @param length of all: from when an agent accepted until the end; of an agent: how long they had chats that are over
 * @param booked meetings booked on that day; null where they were not counted before they were purged
 */
public record DayFigures(LocalDate day, long open, long requested, long connected, long missed, DurationStats accept,
    DurationStats response, DurationStats length, Long booked) {

    static DayFigures none(LocalDate day, Long booked) {
        return new DayFigures(day, 0, 0, 0, 0, DurationStats.NONE, DurationStats.NONE, DurationStats.NONE, booked);
    }
}

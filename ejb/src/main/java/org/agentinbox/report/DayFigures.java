package org.agentinbox.report;

import java.time.LocalDate;

/**
 * The live chats that were asked for on a day: all of them, or those of an agent.
 *
 * @param day of the reports' zone
 * @param open how many are not over yet
 * @param requested of all: chats asked for; of an agent: offers made to them
 * @param connected of these, how many an agent took
 * @param missed of all: chats that nobody took; of an agent: offers that lapsed
 * @param accept of all: from the request until an agent had it; of an agent: from the offer until they accepted
 * @param response from the request until the first text of an agent
 * @param length from when an agent had it until the end
 * @param booked meetings booked on that day; null where nobody counted them in time
 */
public record DayFigures(LocalDate day, long open, long requested, long connected, long missed, DurationStats accept,
    DurationStats response, DurationStats length, Long booked) {

    static DayFigures none(LocalDate day, Long booked) {
        return new DayFigures(day, 0, 0, 0, 0, DurationStats.NONE, DurationStats.NONE, DurationStats.NONE, booked);
    }
}

package org.agentinbox.report;

import java.time.DayOfWeek;

/**
 * An hour of the week by the clock of the reports' zone. The hour that a change of clocks repeats counts as one, the one it leaves out has
 * no chats.
 *
 * @param hour 0 to 23
 */
public record WeekHour(DayOfWeek day, int hour) {}

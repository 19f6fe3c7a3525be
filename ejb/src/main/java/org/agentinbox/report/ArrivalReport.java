package org.agentinbox.report;

import java.util.List;
import java.util.Map;

/**
 * When live chats come in, by what, and how long visitors wait.
 *
 * @param total of all chats
 * @param byHour of each hour of the week in which a chat was requested
 * @param byEntry of each entry in the administrators' order, and then of removed ones with chats, by key
 */
public record ArrivalReport(ArrivalFigures total, Map<WeekHour, ArrivalFigures> byHour, List<EntryArrivals> byEntry) {}

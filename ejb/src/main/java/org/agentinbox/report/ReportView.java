package org.agentinbox.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report.
 *
 * @param range its days
 * @param today the present day, of which all is told up to now
 * @param zone whose days they are
 * @param wholeSince what came before that day is purged: figures of it are there as far as they were made in time, topics are not; empty
 *     where
 *     nothing was purged
 * @param days the figures of each day; where none are left, the day is missing
 * @param total of these days
 * @param before of as many days before; null where those of a day are missing
 * @param topics those that came up most first, not all
 * @param topicCount how many there are in all
 * @param topicChats in how many chats a topic came up at least that is not on the administrators' list
 * @param topicsBefore whether the topics of as many days before are known
 */
public record ReportView(DateRange range, LocalDate today, ZoneId zone, Optional<LocalDate> wholeSince, Map<LocalDate, DayFigures> days,
    PeriodFigures total, PeriodFigures before, List<TopicCount> topics, long topicCount, int topicChats, boolean topicsBefore) {}

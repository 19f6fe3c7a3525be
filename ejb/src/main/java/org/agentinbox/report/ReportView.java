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
 * @param today the present day, which is included as far as it has passed
 * @param zone the zone of the days
 * @param wholeSince the first day of which nothing was purged; of earlier days there are figures where they were made in time, and no
 * topics. Empty where nothing was purged
 * @param days the figures of each day; a day without any is missing
 * @param total of these days
 * @param before of the range of the same length before; null where figures of one of its days are missing
 * @param topics the most frequent ones first, not all
 * @param topicCount how many there are in all
 * @param topicChats in how many chats a topic must occur that is not on the administrators' list
 * @param topicsBefore whether the topics of the range before are known
 */
public record ReportView(DateRange range, LocalDate today, ZoneId zone, Optional<LocalDate> wholeSince, Map<LocalDate, DayFigures> days,
    PeriodFigures total, PeriodFigures before, List<TopicCount> topics, long topicCount, int topicChats, boolean topicsBefore) {}

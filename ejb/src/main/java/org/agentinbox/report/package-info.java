/**
 * Reports and the figures of each day, which are stored so that they outlast the history they are computed from.
 *
 * <p>Invariants: a day's figures are computed from its whole history or not at all; once nothing of the day is open any more they never
 * change; no figure names a visitor. Figures that are not stored yet are computed by the same statement when a report is shown. Topics are
 * counted from what is stored, and only for days of which nothing was purged; those that are not on the administrators' list only from
 * several chats on ({@code agentinbox.reports.topic-chats}). The job {@code conversation-summary} makes missing summaries first.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link DayFigures}, {@link AgentFilter}, {@link FiguresSql}, {@link DailyFigures}, {@link AgentFigures},
 * {@link HourlyFigures}, {@link TopicCounts}, {@link Reports}.
 */
package org.agentinbox.report;

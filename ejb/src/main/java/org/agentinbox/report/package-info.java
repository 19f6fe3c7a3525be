/**
 * What the reports are made of: figures of each day, kept when the history that they tell of is purged.
 *
 * <p>Invariants: a day's figures are made from its whole history or not at all; once nothing of the day is open any more they never
 * change; no figure names a visitor. Figures that are not kept yet are made by the same statement when somebody looks.
 * Topics are counted from what is stored, and only as far back as nothing was purged; those that are not on the administrators' list
 * from several chats on ({@code agentinbox.reports.topic-chats}). The job {@code conversation-summary} has summaries
 * that are missing made first.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link DayFigures}, {@link FiguresSql}, {@link DailyFigures}, {@link TopicCounts}, {@link Reports}.
 */
package org.agentinbox.report;

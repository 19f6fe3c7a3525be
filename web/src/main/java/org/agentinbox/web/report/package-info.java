/**
 * The page of reports, its plots and files. It holds no rules.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link ReportsPage}, {@link ReportQuery}, {@link Charts}, {@link Chart}, {@link DayPlot}, {@link Scale},
 * {@link ComparisonTable}, {@link HeatMap}, {@link ReportFormat}, {@link ReportsResource}.
 */
package org.agentinbox.web.report;

package org.agentinbox.web.report;

import java.util.List;

/**
 * A plot with the table of its figures.
 *
 * @param id of its heading on the page
 * @param title what it shows
 * @param summary the same in words, for readers who cannot see it
 * @param kinds the keys of the names of its bars, where there are several kinds
 * @param plot the drawing
 * @param columns of the table, the day first
 * @param rows of the table, the last day first
 */
public record Chart(String id, String title, String summary, List<String> kinds, DayPlot plot, List<String> columns,
    List<List<String>> rows) {}

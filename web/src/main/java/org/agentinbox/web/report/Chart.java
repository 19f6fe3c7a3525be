package org.agentinbox.web.report;

import java.util.List;

/**
 * A plot with the table behind it.
 *
 * @param id of its heading on the page
 * @param title what it shows
 * @param summary the same for who does not see it
 * @param kinds of its bars, where there are several: the keys of their names
 * @param plot what is drawn
 * @param columns of the table, the day first
 * @param rows of the table, the last day first
 */
public record Chart(String id, String title, String summary, List<String> kinds, DayPlot plot, List<String> columns,
    List<List<String>> rows) {}

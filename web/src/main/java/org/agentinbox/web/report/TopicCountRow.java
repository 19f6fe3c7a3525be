package org.agentinbox.web.report;

/**
 * A row of the table of topics.
 *
 * @param name of the topic
 * @param chats in how many it occurred
 * @param change compared with the range before, or empty
 * @param width of its bar, in percent of the longest one
 * @param query of the address that shows the topic
 * @param chosen whether the page shows its chats
 */
public record TopicCountRow(String name, String chats, String change, String width, String query, boolean chosen) {}

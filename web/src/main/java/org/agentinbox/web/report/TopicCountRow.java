package org.agentinbox.web.report;

/**
 * A topic among others.
 *
 * @param name what it is called
 * @param chats in how many it came up
 * @param change against the period before, or empty
 * @param width of its bar, in percent of the first one's
 * @param query what its address asks for
 * @param chosen whether it is the one that the page tells more of
 */
public record TopicCountRow(String name, String chats, String change, String width, String query, boolean chosen) {}

package org.agentinbox.web.report;

/**
 * A row of the tables of outcomes and tags.
 *
 * @param name in the reader's language
 * @param chats how many have it
 * @param width of its bar, in percent of the longest one
 */
public record WrapUpCountRow(String name, String chats, String width) {}

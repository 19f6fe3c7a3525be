package org.agentinbox.report;

/**
 * A topic and in how many chats it came up.
 *
 * @param name as the administrators' list writes it, else as chats have it
 * @param chats that were asked for in the range
 * @param listed whether it is on the administrators' list
 * @param before that were asked for in as many days before; null where these are not there as a whole
 */
public record TopicCount(String name, boolean listed, long chats, Long before) {}

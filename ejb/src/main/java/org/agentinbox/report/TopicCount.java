package org.agentinbox.report;

/**
 * A topic and in how many chats it occurred.
 *
 * @param name as on the administrators' list, else as in the chats
 * @param chats that were requested in the range
 * @param listed whether it is on the administrators' list
 * @param before chats that were requested in the range of the same length before; null where some of these were purged
 */
public record TopicCount(String name, boolean listed, long chats, Long before) {}

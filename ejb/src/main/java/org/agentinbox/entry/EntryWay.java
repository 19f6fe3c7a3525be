package org.agentinbox.entry;

/**
 * What of an entry decides who can take a chat, without its texts.
 *
 * @param key of an entry that is on
 * @param queues whether visitors may wait where all agents are busy
 */
public record EntryWay(String key, EntryRouting routing, boolean queues) {}

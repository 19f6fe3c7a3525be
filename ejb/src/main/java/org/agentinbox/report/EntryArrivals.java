package org.agentinbox.report;

/**
 * What became of the live chats that were requested by an entry.
 *
 * @param key of the entry
 * @param name of the entry, or its key where it was removed
 */
public record EntryArrivals(String key, String name, ArrivalFigures figures) {}

/**
 * Entries: the ways into a chat, each with its form, its texts, how it chooses an agent, and what happens where no agent takes the chat.
 *
 * <p>Invariants: the entry {@code default} always exists and is on; a key never changes; a page that asks for an entry that does not exist
 * or is off gets {@code default}.
 *
 * <p>Events: none of its own; it refuses the removal of a team that an entry names.
 *
 * <p>Read in this order: {@link EntryView}, {@link EntryContent}, {@link Entry}, {@link EntryService}, {@link Entries}.
 */
package org.agentinbox.entry;

/**
 * Entries: the page that manages them, and what the widget shows of one.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link EntriesPage}, {@link EntryForm}, {@link EntryResource}.
 */
package org.agentinbox.web.entry;

/**
 * Entries: the page that manages them, and what the widget shows of one.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link EntryResource}.
 */
package org.agentinbox.web.entry;

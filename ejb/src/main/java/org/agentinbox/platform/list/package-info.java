/**
 * Lists that people import from and export to files of comma separated values (RFC 4180): canned answers, topics, companies' accounts.
 *
 * <p>Invariants: a file is imported as a whole or not at all, and each wrong line is named with its reason; an exported file is read again
 * as it was, also where a cell looks like a formula.
 *
 * <p>Events: none. A feature that has a list implements {@link ListFormat}.
 *
 * <p>Read in this order: {@link ListFormat}, {@link ListFile}, {@link ListImport}, {@link ImportReport}, {@link Csv}.
 */
package org.agentinbox.platform.list;

/**
 * The configuration as one JSON document, for programs and for the demo data: read, compared, and replaced as a whole. Each feature brings
 * its part as a {@link ConfigurationPart}; this package knows none of them.
 *
 * <p>Invariants: a document is applied as a whole or not at all, in one transaction; what was read and is put back changes nothing; the
 * same configuration is always the same text, in an order for people; no secret is in it; what is refused names its place in the document.
 *
 * <p>Events: none of its own; the parts fire those of their features.
 *
 * <p>Read in this order: {@link Section}, {@link ConfigurationPart}, {@link OpenPart}, {@link Members}, {@link Configurations},
 * {@link ConfigurationPrograms}.
 */
package org.agentinbox.configuration;

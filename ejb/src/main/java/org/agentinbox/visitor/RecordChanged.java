package org.agentinbox.visitor;

import java.util.UUID;

/**
 * Something is new of what is known under an email address, or of who goes by it.
 *
 * @param recordId which
 * @param fields whether the fields that somebody vouches for are other ones; else only who goes by it
 */
public record RecordChanged(UUID recordId, boolean fields) {}

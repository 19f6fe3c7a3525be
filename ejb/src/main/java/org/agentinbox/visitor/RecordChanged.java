package org.agentinbox.visitor;

import java.util.UUID;

/**
 * A record of an email address has changed, or the visitors who are joined with it have.
 *
 * @param recordId which
 * @param fields whether verified fields changed; else only the joined visitors did
 */
public record RecordChanged(UUID recordId, boolean fields) {}

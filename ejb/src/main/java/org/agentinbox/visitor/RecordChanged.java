package org.agentinbox.visitor;

import java.util.UUID;

/**
 * Something is new of what is known under an email address, or of who goes by it.
 *
 * @param recordId which
 */
public record RecordChanged(UUID recordId) {
}

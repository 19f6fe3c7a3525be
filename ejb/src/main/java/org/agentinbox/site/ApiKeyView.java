package org.agentinbox.site;

import java.time.Instant;
import java.util.UUID;

/**
 * An API key as administrators see it.
 *
 * @param name what it is for
 * @param beginning its first characters, by which it can be found in a program's configuration
 * @param createdBy who made it, or null where that account is gone
 * @param lastUsedAt to the minute; null where it was never used
 * @param revokedAt null while it is valid
 */
public record ApiKeyView(UUID id, String name, String beginning, String createdBy, Instant createdAt, Instant lastUsedAt,
    Instant revokedAt) {}

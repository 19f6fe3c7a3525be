package org.agentinbox.site;

import java.time.Instant;
import java.util.UUID;

/**
 * An API key as administrators see it.
 *
 * @param name what it is for
 * @param beginning by which it is known again in a program's configuration
 * @param createdBy who made it, or null where that account is gone
 * @param lastUsedAt to the minute; null: never
 * @param revokedAt null while it holds
 */
public record ApiKeyView(UUID id, String name, String beginning, String createdBy, Instant createdAt, Instant lastUsedAt,
    Instant revokedAt) {}

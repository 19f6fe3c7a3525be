package org.agentinbox.site;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An API key as administrators see it.
 *
 * @param name what it is for
 * @param beginning its first characters, by which it can be found in a program's configuration
 * @param scopes what a program may do with it
 * @param createdBy who made it, or null where that account is gone
 * @param owner the administrator with whose account it ends, or null where that account is gone
 * @param endsAt when it stops working by itself
 * @param lastUsedAt to the minute; null where it was never used
 * @param revokedAt null where nobody revoked it
 * @param state whether it works now
 */
public record ApiKeyView(UUID id, String name, String beginning, Set<KeyScope> scopes, String createdBy, String owner, Instant createdAt,
    Instant endsAt, Instant lastUsedAt, Instant revokedAt, KeyState state) {}

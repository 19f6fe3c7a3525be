package org.agentinbox.account.passkey;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param id ours, of no use to anybody else
 * @param label what the owner calls it, 1 to 100 characters
 * @param createdAt when it was added
 * @param lastUsedAt when somebody signed in with it last, or null
 */
public record PasskeyView(UUID id, String label, Instant createdAt, Instant lastUsedAt) {}

package org.agentinbox.dayoff;

import java.util.Set;
import java.util.UUID;

/**
 * Days off were added, changed or removed, or came to count for others; fired within the transaction that does it, after the change.
 *
 * @param accounts for whom they count; null for everybody
 */
public record DaysOffChanged(Set<UUID> accounts) {}

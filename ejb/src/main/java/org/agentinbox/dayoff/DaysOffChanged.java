package org.agentinbox.dayoff;

import java.util.UUID;

/**
 * Days off were added, changed or removed; fired within the transaction that does it, after the change.
 *
 * @param accountId whose; null for everybody's
 */
public record DaysOffChanged(UUID accountId) {}

package org.agentinbox.account;

import java.util.Set;
import java.util.UUID;

/**
 * Sign-ins have ended before their time: whatever is open on them must close.
 *
 * @param signIns their ids
 */
public record SignedOut(Set<UUID> signIns) {}

package org.agentinbox.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in that is in force.
 *
 * @param id names the sign-in without being of any use to a thief
 * @param account who
 * @param expiresAt until when
 */
public record SignedIn(UUID id, AccountView account, Instant expiresAt) {}

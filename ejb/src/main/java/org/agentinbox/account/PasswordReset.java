package org.agentinbox.account;

import java.util.UUID;

/**
 * An administrator gave somebody a new password: whoever used the old one has nothing any more. Fired inside the transaction.
 *
 * @param account whose
 */
public record PasswordReset(UUID account) {}

package org.agentinbox.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A sign-in that is in force.
 *
 * @param id names the sign-in without being of any use to a thief
 * @param account who
 * @param expiresAt until when
 * @param roles what may be done in it: the names of the account's roles and of those they include, or {@link Role#PASSKEY_REQUIRED_NAME}
 *     alone
 */
public record SignedIn(UUID id, AccountView account, Instant expiresAt, Set<String> roles) {

    /** @return whether it may do nothing but show a passkey, or add the first one */
    public boolean passkeyRequired() {
        return roles.contains(Role.PASSKEY_REQUIRED_NAME);
    }
}

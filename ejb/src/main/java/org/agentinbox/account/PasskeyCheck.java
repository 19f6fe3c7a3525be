package org.agentinbox.account;

import java.util.Optional;
import java.util.UUID;

/** Checks what a passkey has signed, for {@link SignInService}. Works in its caller's transaction. */
public interface PasskeyCheck {

    /**
     * @param response what the authenticator has signed, as JSON; null and nonsense are allowed
     * @return the account that has this passkey: nothing is proved yet; empty where there is none
     */
    Optional<UUID> claimed(String response);

    /**
     * @param response the same
     * @param account whose passkey it must be
     * @return whether that passkey has signed a challenge of ours, which is used up then
     */
    boolean isProved(String response, UUID account);
}

package org.agentinbox.account.oidc;

import java.util.Locale;

/** Why somebody did not get in by a provider. */
public enum SignInProblem {
    /** The answer belongs to no sign-in that this browser has begun, or was used, or took too long. */
    STATE,
    /** The provider, or the person there, said no. */
    DENIED,
    /** The provider gives no answer. */
    UNREACHABLE,
    /** What the provider answered cannot be trusted. */
    INVALID,
    /** The person has no role here. */
    NO_ROLE,
    /** The account is not active. */
    CLOSED;

    /** @return the word for addresses, logs and texts */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.agentinbox.account.oidc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.agentinbox.account.Role;

/**
 * An OpenID provider, as the settings have it (ear/src/docs/administrators.md#sign-in-by-a-provider).
 *
 * @param id names it in settings and addresses
 * @param name what people read on its button
 * @param issuer exactly as the provider's tokens say it
 * @param clientSecret missing where this is a public client
 * @param scopes with {@code openid}
 * @param claims where its claims have what
 * @param roles what the values of the claim of roles mean here
 * @param linkByMail whether a verified email address leads to an account that exists
 * @param userInfo whether claims are asked for that the ID token lacks
 * @param logout whether signing out here signs out there
 * @param recheck how often a sign-in is looked up there again; missing for never
 * @param skew by how much its clock may be wrong
 */
record Provider(String id, String name, String issuer, String clientId, Optional<String> clientSecret, List<String> scopes,
    ClaimNames claims, Map<String, Role> roles, boolean linkByMail, boolean userInfo, boolean logout, Optional<Duration> recheck,
    Duration skew) {

    /** Names of claims, or paths with dots into claims that are objects. */
    record ClaimNames(String roles, String userName, String name, String email, String locale) {}

    @Override
    public String toString() {
        return id + "[" + issuer + ", " + clientId + ", " + scopes + ", " + claims + ", " + roles + ", linkByMail=" + linkByMail
            + ", recheck="
            + recheck + "]";
    }
}

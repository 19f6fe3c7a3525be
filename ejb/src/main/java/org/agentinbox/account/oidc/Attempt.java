package org.agentinbox.account.oidc;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.agentinbox.platform.SecretBox;
import org.agentinbox.platform.Tokens;

/**
 * A sign-in that was begun, as the browser keeps it, encrypted: so any node can finish it, and beginning one, which everybody may, stores
 * nothing here.
 *
 * @param state comes back from the provider (RFC 6749, section 10.12)
 * @param nonce comes back in the ID token
 * @param verifier of PKCE (RFC 7636)
 * @param wanted the path to go to afterwards
 * @param expires the second
 */
record Attempt(String provider, String state, String nonce, String verifier, String wanted, long expires) {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String PLACE = "attempt to sign in by a provider";
    private static final int PARTS = 6;

    static Attempt begin(Provider provider, String wanted, Instant now) {
        return new Attempt(provider.id(), Tokens.next(), Tokens.next(), Tokens.next(), wanted, now.plus(LIFE).getEpochSecond());
    }

    String sealed(SecretBox box) {
        return Base64.getUrlEncoder().withoutPadding()
            .encodeToString(box.seal(String.join("\n", provider, state, nonce, verifier, Long.toString(expires), wanted), PLACE));
    }

    /** Empty where it is none of ours, or its time is over. */
    static Optional<Attempt> open(String sealed, SecretBox box, Instant now) {
        try {
            String[] parts = box.open(Base64.getUrlDecoder().decode(sealed == null ? "" : sealed), PLACE).split("\n", PARTS);
            Attempt attempt = new Attempt(parts[0], parts[1], parts[2], parts[3], parts[5], Long.parseLong(parts[4]));
            return now.getEpochSecond() < attempt.expires() ? Optional.of(attempt) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Attempt[" + provider + "]";
    }
}

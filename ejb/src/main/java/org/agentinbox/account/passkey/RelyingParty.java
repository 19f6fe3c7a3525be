package org.agentinbox.account.passkey;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import org.agentinbox.platform.SecureOrigin;

/**
 * For whom passkeys sign: this installation, by its own address from the settings and by nothing that a client sends. Without an address
 * there are passkeys at localhost only. Whatever port a page of localhost has, it is on the person's own machine.
 *
 * @param id the host
 * @param origin of the pages; null for any of localhost
 */
record RelyingParty(String id, String origin) {

    private static final String LOCALHOST = "localhost";
    private static final Pattern OF_LOCALHOST = Pattern.compile("https?://localhost(:[0-9]{1,5})?");

    /**
     * @param url the address of the inbox from the settings
     * @return empty where browsers offer no passkeys at that address
     */
    static Optional<RelyingParty> of(Optional<URI> url) {
        return url.isEmpty() ? Optional.of(new RelyingParty(LOCALHOST, null))
            : SecureOrigin.of(url.get()).map(secure -> new RelyingParty(secure.host(),
                secure.host().equals(LOCALHOST) ? null : secure.origin()));
    }

    /** Whether a page of that origin may ask for signatures. */
    boolean isOwn(String asking) {
        return asking != null && (origin == null ? OF_LOCALHOST.matcher(asking).matches() : origin.equals(asking));
    }
}

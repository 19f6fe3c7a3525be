package org.agentinbox.notification.push;

import java.security.GeneralSecurityException;
import java.util.Base64;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.RefusedException;

/**
 * Where and how a browser wants to be pushed to, as its {@code PushSubscription} tells. Not compared: arrays are not.
 *
 * @param endpoint an address at a push service
 * @param publicKey a point of P-256
 * @param auth 16 secret bytes
 */
record PushEndpoint(String endpoint, byte[] publicKey, byte[] auth) {

    /** @throws RefusedException where it is not what browsers give */
    static PushEndpoint of(String endpoint, String p256dh, String auth, AllowedHosts hosts) {
        if (endpoint == null || !hosts.allow(endpoint)) {
            throw RefusedException.ofField("endpoint", "an https address of a push service that agentinbox.push.hosts allows");
        }
        byte[] point = bytes("keys.p256dh", p256dh);
        byte[] secret = bytes("keys.auth", auth);
        try {
            P256.decode(point);
        } catch (GeneralSecurityException e) {
            throw RefusedException.ofField("keys.p256dh", "an uncompressed point of P-256");
        }
        if (secret.length != PushEncryption.AUTH_LENGTH) {
            throw RefusedException.ofField("keys.auth", PushEncryption.AUTH_LENGTH + " bytes");
        }
        return new PushEndpoint(endpoint, point, secret);
    }

    private static byte[] bytes(String field, String text) {
        try {
            return Base64.getUrlDecoder().decode(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.ofField(field, "base64url");
        }
    }
}

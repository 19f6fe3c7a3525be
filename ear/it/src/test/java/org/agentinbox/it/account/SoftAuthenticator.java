package org.agentinbox.it.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * An authenticator with one passkey, and the browser around it (Web Authentication, sections 6.1 and 6.5). Each of its fields can be set to
 * something wrong.
 */
final class SoftAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final KeyPair keys = keyPair();
    private final byte[] id = random(32);
    String origin;
    String relyingParty = "localhost";
    String user;
    boolean verified = true;
    int count;

    SoftAuthenticator(String origin) {
        this.origin = origin;
    }

    /** Makes its passkey, as asked. */
    String register(JsonObject options) {
        user = options.getJsonObject("user").getString("id");
        byte[] clientData = clientData("webauthn.create", options.getString("challenge"));
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
        attestation.writeBytes(new byte[]{(byte) 0xa3, 0x63});
        attestation.writeBytes("fmt".getBytes(UTF_8));
        attestation.write(0x64);
        attestation.writeBytes("none".getBytes(UTF_8));
        attestation.write(0x67);
        attestation.writeBytes("attStmt".getBytes(UTF_8));
        attestation.write(0xa0);
        attestation.write(0x68);
        attestation.writeBytes("authData".getBytes(UTF_8));
        byte[] data = authenticatorData(WITH_KEY, credentialData());
        attestation.writeBytes(new byte[]{0x58, (byte) data.length});
        attestation.writeBytes(data);
        return answer(Json.createObjectBuilder().add("clientDataJSON", text(clientData))
            .add("attestationObject", text(attestation.toByteArray())).add("transports", Json.createArrayBuilder().add("internal")));
    }

    /** Signs a challenge of a sign-in, with the counter as it is set. */
    String sign(JsonObject options) {
        return sign(options.getString("challenge"));
    }

    String sign(String challenge) {
        byte[] clientData = clientData("webauthn.get", challenge);
        byte[] data = authenticatorData(0, new byte[0]);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(clientData));
            return answer(Json.createObjectBuilder().add("clientDataJSON", text(clientData)).add("authenticatorData", text(data))
                .add("signature", text(signature.sign())).add("userHandle", user));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String answer(JsonObjectBuilder response) {
        return Json.createObjectBuilder().add("id", text(id)).add("rawId", text(id)).add("type", "public-key")
            .add("authenticatorAttachment", "platform").add("response", response)
            .add("clientExtensionResults", Json.createObjectBuilder()).build().toString();
    }

    private byte[] clientData(String type, String challenge) {
        return Json.createObjectBuilder().add("type", type).add("challenge", challenge).add("origin", origin).add("crossOrigin", false)
            .build().toString().getBytes(UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] more) {
        int all = flags | PRESENT | (verified ? VERIFIED : 0);
        return ByteBuffer.allocate(37 + more.length).put(sha256(relyingParty.getBytes(UTF_8))).put((byte) all).putInt(count).put(more)
            .array();
    }

    /** No model, the id, and the public key as a COSE key for ES256 (RFC 9053). */
    private byte[] credentialData() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return ByteBuffer.allocate(16 + 2 + id.length + 77).put(new byte[16]).putShort((short) id.length).put(id)
            .put(new byte[]{(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20}).put(coordinate(key.getW().getAffineX()))
            .put(new byte[]{0x22, 0x58, 0x20}).put(coordinate(key.getW().getAffineY())).array();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

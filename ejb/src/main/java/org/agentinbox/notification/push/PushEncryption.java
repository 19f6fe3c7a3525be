package org.agentinbox.notification.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a push service carries and cannot read: the message encryption of Web Push (RFC 8291) in its content coding
 * {@code aes128gcm} (RFC 8188), one record.
 */
final class PushEncryption {

    /** Push services take 4,096 bytes in all (RFC 8291, section 4): 86 go ahead, 17 are padding and tag. */
    static final int MOST = 3_993;
    /** The secret that a subscription shares with us. */
    static final int AUTH_LENGTH = 16;
    private static final int SALT_LENGTH = 16;
    private static final int RECORD_SIZE = 4_096;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {}

    /**
     * @param plain at most {@link #MOST} bytes
     * @param receiver the subscription's public key, {@code p256dh}
     * @param auth the subscription's secret
     * @return the body of the request
     */
    static byte[] encrypt(byte[] plain, ECPublicKey receiver, byte[] auth) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return encrypt(plain, receiver, auth, P256.newPair(), salt);
    }

    /** The same with what must otherwise be new each time, for the test by the RFC's example. */
    static byte[] encrypt(byte[] plain, ECPublicKey receiver, byte[] auth, KeyPair sender, byte[] salt) throws GeneralSecurityException {
        if (plain.length > MOST || auth.length != AUTH_LENGTH) {
            throw new IllegalArgumentException("A push of " + plain.length + " bytes with a secret of " + auth.length);
        }
        byte[] senderPoint = P256.encode((ECPublicKey) sender.getPublic());
        byte[] key = inputKey(sharedSecret(sender, receiver), auth, P256.encode(receiver), senderPoint);
        byte[] salted = hmac(salt, key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(expand(salted, "Content-Encoding: aes128gcm\0", 16), "AES"),
            new GCMParameterSpec(128, expand(salted, "Content-Encoding: nonce\0", 12)));
        byte[] padded = Arrays.copyOf(plain, plain.length + 1);
        padded[plain.length] = LAST_RECORD;
        byte[] record = cipher.doFinal(padded);
        return ByteBuffer.allocate(SALT_LENGTH + 5 + senderPoint.length + record.length)
            .put(salt).putInt(RECORD_SIZE).put((byte) senderPoint.length).put(senderPoint).put(record).array();
    }

    private static byte[] sharedSecret(KeyPair sender, ECPublicKey receiver) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(sender.getPrivate());
        agreement.doPhase(receiver, true);
        return agreement.generateSecret();
    }

    /** RFC 8291, section 3.3: binds the key to both sides and to the subscription's secret. */
    private static byte[] inputKey(byte[] shared, byte[] auth, byte[] receiver, byte[] sender) throws GeneralSecurityException {
        return expand(hmac(auth, shared), ByteBuffer.allocate(14 + receiver.length + sender.length)
            .put("WebPush: info\0".getBytes(US_ASCII)).put(receiver).put(sender).array(), 32);
    }

    private static byte[] expand(byte[] key, String info, int length) throws GeneralSecurityException {
        return expand(key, info.getBytes(US_ASCII), length);
    }

    /** HKDF's second step (RFC 5869) for results of one block. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        byte[] counted = Arrays.copyOf(info, info.length + 1);
        counted[info.length] = 1;
        return Arrays.copyOf(hmac(key, counted), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }
}

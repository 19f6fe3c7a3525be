package org.agentinbox.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The encryption of pushes, by the RFC's example and by a decryptor that others wrote. */
class PushEncryptionTest {

    private static final byte[] AUTH = decode("BTBZMqHH6r4Tts7J_aSIgg");
    private static final String RECEIVER_PUBLIC = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static ECPrivateKey privateKey(String number) throws GeneralSecurityException {
        return (ECPrivateKey) KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, decode(number)), P256.curve()));
    }

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void theExampleOfTheStandard() throws GeneralSecurityException {
        KeyPair sender = new KeyPair(
            P256.decode(decode("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
            privateKey("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        byte[] body = PushEncryption.encrypt("When I grow up, I want to be a watermelon".getBytes(UTF_8),
            P256.decode(decode(RECEIVER_PUBLIC)),
            AUTH, sender, decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertEquals("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
            + "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64.getUrlEncoder().withoutPadding().encodeToString(body));
    }

    @Property(tries = 200)
    void othersDecryptWhatWeEncrypt(@ForAll("payloads") byte[] plain, @ForAll @Size(PushEncryption.AUTH_LENGTH) byte[] auth)
        throws GeneralSecurityException {
        KeyPair receiver = P256.newPair();
        byte[] body = PushEncryption.encrypt(plain, (ECPublicKey) receiver.getPublic(), auth);
        assertEquals(103 + plain.length, body.length);
        byte[] decrypted = new WebPushHybridDecrypt.Builder().withAuthSecret(auth)
            .withRecipientPublicKey((ECPublicKey) receiver.getPublic())
            .withRecipientPrivateKey((ECPrivateKey) receiver.getPrivate()).build().decrypt(body, null);
        assertArrayEquals(plain, decrypted);
    }

    @Provide
    Arbitrary<byte[]> payloads() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(PushEncryption.MOST);
    }

    /** Java's form of a number is mostly 32 or 33 bytes long, now and then shorter: the form that travels is always the same. */
    @RepeatedTest(600)
    void pointsTravel() throws GeneralSecurityException {
        ECPublicKey key = (ECPublicKey) P256.newPair().getPublic();
        assertEquals(key.getW(), P256.decode(P256.encode(key)).getW());
    }

    @Test
    void tooMuchIsRefused() throws GeneralSecurityException {
        ECPublicKey receiver = P256.decode(decode(RECEIVER_PUBLIC));
        assertThrows(IllegalArgumentException.class, () -> PushEncryption.encrypt(new byte[PushEncryption.MOST + 1], receiver, AUTH));
        assertEquals(4_096, PushEncryption.encrypt(new byte[PushEncryption.MOST], receiver, AUTH).length);
    }

    @Test
    void pointsThatAreNoneAreRefused() {
        byte[] shifted = decode(RECEIVER_PUBLIC);
        shifted[64] ^= 1;
        byte[] compressed = decode(RECEIVER_PUBLIC);
        compressed[0] = 2;
        for (byte[] wrong : new byte[][]{shifted, compressed, new byte[0], new byte[65], new byte[64]}) {
            assertThrows(InvalidKeyException.class, () -> P256.decode(wrong));
        }
    }
}

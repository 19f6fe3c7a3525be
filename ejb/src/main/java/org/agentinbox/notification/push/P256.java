package org.agentinbox.notification.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** Keys on the curve P-256, the only one that Web Push knows, and points of it in the form in which they travel. */
final class P256 {

    /** 0x04, x, y (SEC 1, section 2.3.3, uncompressed). */
    static final int POINT_LENGTH = 65;
    private static final int NUMBER_LENGTH = 32;
    private static final String CURVE = "secp256r1";

    private P256() {}

    /** @return a new pair of keys */
    static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    /** @return the key's point, uncompressed */
    static byte[] encode(ECPublicKey key) {
        byte[] point = new byte[POINT_LENGTH];
        point[0] = 4;
        copy(key.getW().getAffineX(), point, 1);
        copy(key.getW().getAffineY(), point, 1 + NUMBER_LENGTH);
        return point;
    }

    private static void copy(BigInteger number, byte[] to, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, NUMBER_LENGTH);
        System.arraycopy(bytes, bytes.length - length, to, at + NUMBER_LENGTH - length, length);
    }

    /**
     * Reads a point that somebody sent.
     *
     * @throws InvalidKeyException where it is none of the curve: computing with such a one would give our own key away
     */
    static ECPublicKey decode(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT_LENGTH || point[0] != 4) {
            throw new InvalidKeyException("No uncompressed point of P-256.");
        }
        BigInteger x = new BigInteger(1, point, 1, NUMBER_LENGTH);
        BigInteger y = new BigInteger(1, point, 1 + NUMBER_LENGTH, NUMBER_LENGTH);
        ECParameterSpec curve = curve();
        if (!isOn(curve, x, y)) {
            throw new InvalidKeyException("This point is not on P-256.");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    /** @return a private key from what {@link PrivateKey#getEncoded} gave */
    static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static boolean isOn(ECParameterSpec curve, BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger right = x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.modPow(BigInteger.TWO, p).equals(right);
    }
}

package org.agentinbox.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.KeyGenerator;

/**
 * The key by which nodes know each other and encrypt what they say, as a key store that only its owner can read, and its password.
 *
 * @param file the key store, PKCS #12
 * @param password of the key store and of the key
 */
public record ClusterKey(Path file, String password) {

    private static final String ALIAS = "cluster";
    private static final int BITS = 256;

    /**
     * Makes a new key.
     *
     * @param file to write, which does not exist yet; its folder is made where it is missing
     * @return the key, with a password that nobody else knows
     */
    public static ClusterKey make(Path file) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(BITS);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setEntry(ALIAS, new KeyStore.SecretKeyEntry(keys.generateKey()),
                new KeyStore.PasswordProtection(password.toCharArray()));
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClusterKey(file.toAbsolutePath(), password);
    }
}

package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** What is sealed opens with the same key, at the same place, unchanged; else not at all. */
class SecretBoxTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private final SecretBox box = new SecretBox(KEY);

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        byte[] sealed = box.seal("비밀 pässword", "here");
        assertEquals("비밀 pässword", new SecretBox(KEY).open(sealed, "here"));
        assertFalse(Arrays.equals(sealed, box.seal("비밀 pässword", "here")), "never the same twice");
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("ssword"));
    }

    @Test
    void nothingElseOpens() {
        byte[] sealed = box.seal("secret", "here");
        byte[] other = KEY.clone();
        other[0]++;
        assertThrows(GeneralSecurityException.class, () -> new SecretBox(other).open(sealed, "here"));
        assertThrows(GeneralSecurityException.class, () -> box.open(sealed, "there"));
        sealed[sealed.length - 1]++;
        assertThrows(GeneralSecurityException.class, () -> box.open(sealed, "here"));
        assertThrows(GeneralSecurityException.class, () -> box.open(new byte[3], "here"));
        assertThrows(IllegalArgumentException.class, () -> new SecretBox(new byte[16]));
    }
}

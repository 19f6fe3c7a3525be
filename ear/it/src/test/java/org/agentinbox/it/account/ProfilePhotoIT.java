package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.json.Json;

import javax.imageio.ImageIO;

/** Tests that people change their own picture only, and that bad files are refused with the reason. */
class ProfilePhotoIT {

    private static final String BOUNDARY = "part-of-a-picture";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Installation installation = Installation.shared();
    private final String userName = "photo-" + UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private String cookie;

    @BeforeEach
    void somebody() {
        installation.query("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, "
            + "created_at) VALUES (?, 0, ?, 'Pia Photo', '', false, true, now())", id, userName);
        installation.query("INSERT INTO account_role (account_id, role) VALUES (?, 'MARKETING_ADMIN')", id);
        cookie = People.newCookie(installation, userName);
    }

    @Test
    void aPictureIsSmallAndHasAnAddressOfItsOwn() throws IOException {
        String before = photoUrl();
        assertEquals("changed", outcome(sent(png(700, 300), cookie, "x", "10", "y", "20", "size", "200")));
        String after = photoUrl();
        assertNotEquals(before, after);
        HttpResponse<String> photo = People.get(installation, after, null);
        assertEquals("image/png", photo.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("nosniff", photo.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(photo.headers().firstValue("Content-Security-Policy").orElseThrow().contains("sandbox"));
        assertEquals(256, ImageIO.read(new ByteArrayInputStream(stored())).getWidth());
        assertEquals("changed", outcome(sent(png(20, 20), cookie)));
        assertNotEquals(after, photoUrl());
        assertEquals("removed", outcome(People.post(installation, "profile-photo", cookie, "remove", "true")));
        assertEquals("image/svg+xml", People.get(installation, photoUrl(), null).headers().firstValue("Content-Type").orElseThrow());
        assertEquals(List.of("PHOTO_CHANGED,PHOTO_CHANGED,PHOTO_REMOVED"), installation.query(
            "SELECT string_agg(act, ',' ORDER BY at, id) FROM audit_entry WHERE subject_id = ? AND actor_id = subject_id", id));
    }

    @ParameterizedTest
    @CsvSource({"EMPTY, ''", "OTHER_KIND, <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "OTHER_KIND, <!DOCTYPE html><title>named .png</title>"})
    void badFilesAreRefusedWithTheReason(String outcome, String content) {
        assertEquals(outcome, outcome(sent(content.getBytes(StandardCharsets.UTF_8), cookie)));
        assertEquals(List.of("0"), installation.query("SELECT count(*) FROM account_photo WHERE account_id = ?", id));
        String page = People.get(installation, "profile?photo=" + outcome, cookie).body();
        assertTrue(page.contains(outcome.equals("EMPTY") ? "there was no file" : "JPEG or PNG file (no GIF"), page);
    }

    @Test
    void damagedAndLargeOnesAreRefusedAndTheFormerStays() {
        assertEquals("changed", outcome(sent(png(300, 300), cookie)));
        byte[] kept = stored();
        assertEquals("UNREADABLE", outcome(sent(Arrays.copyOf(png(300, 300), 100), cookie)));
        assertEquals("TOO_LARGE", outcome(sent(Arrays.copyOf(png(300, 300), 5_000_001), cookie)));
        assertArrayEquals(kept, stored());
    }

    /** It is refused by its announced length: no byte of it was sent. */
    @Test
    void whatIsFarTooLargeIsNotRead() throws IOException {
        try (RawClient client = new RawClient(installation).request("POST /inbox/profile-photo",
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5100000\r\n")) {
            assertTimeoutPreemptively(SOON, () -> {
                assertTrue(client.readUntil("\r\n").contains(" 303 "));
            });
        }
    }

    @Test
    void nobodyChangesThePictureOfOthers() {
        assertEquals("changed", outcome(sent(png(300, 300), cookie)));
        byte[] kept = stored();
        HttpResponse<String> stranger = sent(png(40, 40), null);
        assertTrue(stranger.headers().firstValue("Location").orElse("").contains("/signin"), stranger.headers().map().toString());
        assertEquals(403, People.call(request(png(40, 40), cookie).header("Origin", "https://evil.example")).statusCode());
        String other = "photo-" + UUID.randomUUID();
        installation.query("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, "
            + "created_at) VALUES (gen_random_uuid(), 0, ?, 'Oda Other', '', false, true, now())", other);
        installation.query("INSERT INTO account_role (account_id, role) SELECT id, 'SALES_ADMIN' FROM account WHERE user_name = ?", other);
        String others = People.newCookie(installation, other);
        assertEquals("changed", outcome(sent(png(40, 40), others, "id", id.toString(), "account", id.toString(), "userName", userName)));
        assertEquals("removed", outcome(People.post(installation, "profile-photo", others, "id", id.toString())));
        assertArrayEquals(kept, stored());
    }

    @Test
    void whoMustChangeThePasswordFirstChangesNoPicture() {
        installation.query("UPDATE account SET must_change_password = true WHERE id = ?", id);
        HttpResponse<String> answer = sent(png(40, 40), cookie);
        assertTrue(answer.headers().firstValue("Location").orElse("").contains("/password?must=true"));
        assertEquals(List.of("0"), installation.query("SELECT count(*) FROM account_photo WHERE account_id = ?", id));
    }

    private String photoUrl() {
        String url = Json.createReader(new StringReader(People.get(installation, "api/v1/me", cookie).body())).readObject()
            .getString("photoUrl");
        assertFalse(url.isEmpty());
        return url;
    }

    private byte[] stored() {
        return HexFormat.of()
            .parseHex(installation.query("SELECT encode(content, 'hex') FROM account_photo WHERE account_id = ?", id).get(0));
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()))
            .replaceFirst(".*/profile\\?photo=", "");
    }

    private HttpResponse<String> sent(byte[] file, String who, String... fields) {
        return People.call(request(file, who, fields));
    }

    private HttpRequest.Builder request(byte[] file, String who, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n" + fields[i + 1]
                + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"me.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("profile-photo"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        return who == null ? request : request.header("Cookie", who);
    }

    private static byte[] png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

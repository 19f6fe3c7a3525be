package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses the server calls because a browser said so. */
class AllowedHostsTest {

    private final AllowedHosts hosts = new AllowedHosts(Set.of("fcm.googleapis.com", "*.push.apple.com", "http://127.0.0.1:8999"));

    @ParameterizedTest
    @ValueSource(
        strings = {"https://fcm.googleapis.com/fcm/send/abc:def", "https://fcm.googleapis.com:443/x", "https://web.push.apple.com/x?y=z",
            "https://a.b.push.apple.com/", "https://FCM.googleapis.com/x", "http://127.0.0.1:8999/x"})
    void pushServicesAreCalled(String endpoint) {
        assertTrue(hosts.allow(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "x", "http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com.evil.example/x",
            "https://evil.example/fcm.googleapis.com", "https://fcm.googleapis.com@evil.example/", "https://u:p@fcm.googleapis.com/",
            "https://push.apple.com/",
            "https://evilpush.apple.com/", "https://web.push.apple.com.evil.example", "https://169.254.169.254/latest",
            "https://127.0.0.1:8999/x",
            "http://127.0.0.1:8998/x", "http://127.0.0.1:8999@evil.example/", "http://127.0.0.1/x", "ftp://fcm.googleapis.com/x",
            "file:///etc/passwd",
            "https://fcm.googleapis.com\\@evil.example/", "https://fcm.googleapis.com\n/x", "https://fcm.googleapis.com/ x",
            "//fcm.googleapis.com/x",
            "https:fcm.googleapis.com", "https://fcm.googleapis.com/#x", "https://fcm.googleapis.com./x", "https://[::1]/x",
            "https://fcm.googleapis.com/ü"})
    void nobodyElseIs(String endpoint) {
        assertFalse(hosts.allow(endpoint));
    }

    @ParameterizedTest
    @CsvSource({"fcm.googleapis.com, 443, true, false", "FCM.googleapis.com, 443, true, false", "web.push.apple.com, 443, true, false",
        "fcm.googleapis.com, 8443, false, false", "fcm.googleapis.com, 80, false, false", "evil.example, 443, false, false",
        "push.apple.com, 443, false, false", "127.0.0.1, 8999, true, true", "127.0.0.1, 8998, false, false", "127.0.0.1, 443, false, false",
        "[::1], 8999, true, true", "::1, 8999, true, true", "::1, 443, false, false", "a.example, 80, true, true",
        "b.example, 443, true, true", "a.example, 443, false, false"})
    void aConnectionIsNamedByHostAndPort(String host, int port, boolean named, boolean asOrigin) {
        AllowedHosts some = new AllowedHosts(Set.of("fcm.googleapis.com", "*.push.apple.com", "http://127.0.0.1:8999", "http://[::1]:8999",
            "http://a.example", "https://b.example"));
        assertEquals(named, some.allowAt(host, port));
        assertEquals(asOrigin, some.namesOriginAt(host, port));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001})
    void anAddressHasAnEnd(int length) {
        String start = "https://fcm.googleapis.com/";
        assertEquals(length <= 1_000, hosts.allow(start + "x".repeat(length - start.length())));
    }

    @ParameterizedTest
    @CsvSource({"https://Push.example/a/b?c, https://push.example", "https://push.example:8443/, https://push.example:8443"})
    void tokensNameTheOrigin(String endpoint, String origin) {
        assertEquals(origin, AllowedHosts.origin(URI.create(endpoint)));
    }
}

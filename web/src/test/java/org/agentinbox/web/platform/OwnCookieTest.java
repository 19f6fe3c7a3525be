package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** By which name a cookie is read: over HTTPS only by the one that no other host can set. */
class OwnCookieTest {

    private static final OwnCookie COOKIE = new OwnCookie("a", "Lax");

    /** @param cookies names and values in turn */
    private static HttpServletRequest request(boolean secure, String... cookies) {
        Cookie[] sent = new Cookie[cookies.length / 2];
        Arrays.setAll(sent, i -> new Cookie(cookies[2 * i], cookies[2 * i + 1]));
        return (HttpServletRequest) Proxy.newProxyInstance(OwnCookieTest.class.getClassLoader(), new Class<?>[]{HttpServletRequest.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "isSecure" -> secure;
                case "getCookies" -> cookies.length == 0 ? null : sent;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    @Test
    void overHttpsItHasThePrefix() {
        assertEquals(Optional.of("2"), COOKIE.read(request(true, "a", "1", "__Host-a", "2")));
        assertEquals(Optional.empty(), COOKIE.read(request(true, "a", "1", "__Host-b", "2", "__host-a", "3", "x__Host-a", "4")));
    }

    @Test
    void overHttpItHasNone() {
        assertEquals(Optional.of("1"), COOKIE.read(request(false, "__Host-a", "2", "a", "1")));
        assertEquals(Optional.empty(), COOKIE.read(request(false, "__Host-a", "2", "A", "1", "xa", "3")));
    }

    @Test
    void theFirstOneCounts() {
        assertEquals(Optional.of("1"), COOKIE.read(request(false, "a", "1", "a", "2")));
    }

    @Test
    void withoutCookiesThereIsNone() {
        assertEquals(Optional.empty(), COOKIE.read(request(true)));
    }
}

package org.agentinbox.web.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie that carries the token of a sign-in: kept from scripts and from requests that other sites set off. */
public final class SignInCookie {

    private static final String NAME = "agentinbox-sign-in";

    private SignInCookie() {}

    /** @return the token that the browser sent */
    public static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty()
            : Arrays.stream(cookies).filter(c -> NAME.equals(c.getName())).map(Cookie::getValue).findFirst();
    }

    /**
     * @param header a Cookie header's value, as a WebSocket handshake gives it; or null
     * @return the token in it
     */
    public static Optional<String> token(String header) {
        return header == null ? Optional.empty() : Arrays.stream(header.split(";")).map(String::strip)
            .filter(c -> c.startsWith(NAME + "=")).map(c -> c.substring(NAME.length() + 1)).findFirst();
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        Cookie cookie = new Cookie(NAME, token);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }
}

package org.agentinbox.web.account;

import java.time.Duration;
import java.util.Optional;

import org.agentinbox.web.platform.OwnCookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie that carries the token of a sign-in: kept from scripts and from requests that other sites set off. */
public final class SignInCookie {

    private static final OwnCookie COOKIE = new OwnCookie("agentinbox-sign-in", "Lax");

    private SignInCookie() {}

    /** @return the token that the browser sent */
    public static Optional<String> token(HttpServletRequest request) {
        return COOKIE.read(request);
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        COOKIE.write(request, response, token, life);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }
}

package org.agentinbox.web.platform;

import java.util.regex.Pattern;

import io.undertow.server.HttpHandler;
import io.undertow.util.StatusCodes;

/**
 * Refuses paths with dot segments, which browsers take out themselves (RFC 3986, section 5.2.4): {@code /assets/..;/password} must not be
 * looked up by one rule, as something below {@code /assets/}, and found by another.
 */
final class PlainPaths {

    private static final Pattern DETOUR = Pattern.compile("[/\\\\]\\.{1,2}([;/\\\\]|$)");

    private PlainPaths() {}

    static HttpHandler before(HttpHandler next) {
        return exchange -> {
            if (isPlain(exchange.getRelativePath()) && isPlain(exchange.getRequestURI())) {
                next.handleRequest(exchange);
            } else {
                exchange.setStatusCode(StatusCodes.BAD_REQUEST);
                exchange.getResponseSender().send("The path has dot segments: ask for what they lead to.");
            }
        };
    }

    static boolean isPlain(String path) {
        return !DETOUR.matcher(path).find();
    }
}

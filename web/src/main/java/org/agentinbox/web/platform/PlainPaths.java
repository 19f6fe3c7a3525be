package org.agentinbox.web.platform;

import java.util.regex.Pattern;

import io.undertow.server.HttpHandler;
import io.undertow.util.StatusCodes;

/**
 * Refuses paths with dot segments, which browsers resolve themselves (RFC 3986, section 5.2.4). Otherwise {@code /assets/..;/password}
 * could match a rule for {@code /assets/} but be served as another resource.
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

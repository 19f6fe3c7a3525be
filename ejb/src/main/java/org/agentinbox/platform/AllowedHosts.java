package org.agentinbox.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses people may have us call, such as the push service of their browser. They are told by whoever signs in: without this,
 * anybody could make the server call addresses inside its own network.
 *
 * @param allowed host names, host names behind {@code *.}, or origins such as {@code http://127.0.0.1:8999}; as the settings have
 *     checked them
 */
public record AllowedHosts(Set<String> allowed) {

    private static final int LONGEST = 1_000;

    /**
     * @param endpoint an address, as somebody told it
     * @return whether this is an https address at an allowed host and the standard port, or any at an allowed origin
     */
    public boolean allow(String endpoint) {
        if (endpoint.length() > LONGEST || !endpoint.chars().allMatch(c -> c > ' ' && c < 127)) {
            return false;
        }
        try {
            URI uri = URI.create(endpoint);
            return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                && (allowed.contains(origin(uri)) || isAtAllowedHost(uri));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isAtAllowedHost(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == 443)
            && allowed.stream().anyMatch(pattern -> pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }

    /**
     * @param uri with a host
     * @return scheme, host and port where it is not the standard one
     */
    public static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + (uri.getPort() == -1 ? "" : ":" + uri.getPort())).toLowerCase(Locale.ROOT);
    }
}

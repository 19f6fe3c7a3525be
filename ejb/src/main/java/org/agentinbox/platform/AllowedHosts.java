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
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

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
        return "https".equalsIgnoreCase(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == HTTPS)
            && isAllowedHost(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private boolean isAllowedHost(String host) {
        return allowed.stream()
            .anyMatch(pattern -> pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }

    /**
     * @param host of an address that is called
     * @param port of it
     * @return whether the settings name it: the host, with the standard port of https, or an origin at this port
     */
    public boolean allowAt(String host, int port) {
        return namesOriginAt(host, port) || port == HTTPS && isAllowedHost(host.toLowerCase(Locale.ROOT));
    }

    /**
     * @param host of an address that is called
     * @param port of it
     * @return whether the settings name a whole origin there
     */
    public boolean namesOriginAt(String host, int port) {
        return allowed.stream().anyMatch(pattern -> pattern.contains("://") && isAt(URI.create(pattern), host, port));
    }

    /** An address of IPv6 has brackets in a URI and may have none elsewhere. */
    private static boolean isAt(URI origin, String host, int port) {
        int named = origin.getPort() != -1 ? origin.getPort() : "https".equals(origin.getScheme()) ? HTTPS : HTTP;
        return named == port && bare(origin.getHost()).equals(bare(host));
    }

    private static String bare(String host) {
        return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * @param uri with a host
     * @return scheme, host and port where it is not the standard one
     */
    public static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + (uri.getPort() == -1 ? "" : ":" + uri.getPort())).toLowerCase(Locale.ROOT);
    }
}

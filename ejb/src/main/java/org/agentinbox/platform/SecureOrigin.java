package org.agentinbox.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address at which browsers offer what they keep for secure contexts, such as passkeys: https at a host name, or localhost. Addresses by
 * number have no passkeys (Web Authentication, section 5.1.3: a relying party's id is a domain).
 *
 * @param host in lower case
 * @param origin scheme, host, and port where it is not the scheme's own
 */
public record SecureOrigin(String host, String origin) {

    private static final String LOCALHOST = "localhost";
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*");

    /**
     * @param address of a web application, or null
     * @return its origin; empty where browsers offer no passkeys there
     */
    public static Optional<SecureOrigin> of(URI address) {
        if (address == null || address.getHost() == null) {
            return Optional.empty();
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(address.getScheme()) && !NUMBERS.matcher(host).matches() || host.equals(LOCALHOST);
        return secure ? Optional.of(new SecureOrigin(host, withoutUsualPort(address))) : Optional.empty();
    }

    /** Browsers leave the scheme's own port out. */
    private static String withoutUsualPort(URI address) {
        String origin = AllowedHosts.origin(address);
        return origin.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", "");
    }
}

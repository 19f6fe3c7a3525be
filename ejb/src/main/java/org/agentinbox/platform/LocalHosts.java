package org.agentinbox.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises hosts of local networks by their names, without a DNS query. */
final class LocalHosts {

    private static final List<String> ENDINGS = List.of(".localhost", ".local", ".internal", ".lan", ".home.arpa");
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private LocalHosts() {}

    /**
     * @param host as an address has it
     * @return whether it is a name without a dot, a name that only local networks know, or an address of a private network
     */
    static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (LITERAL.matcher(name).matches()) {
            return isPrivate(name);
        }
        return name.matches("[a-z0-9-]*[a-z-][a-z0-9-]*") || ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static boolean isPrivate(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            boolean uniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
            return uniqueLocal || address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

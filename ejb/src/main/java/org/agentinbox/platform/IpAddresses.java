package org.agentinbox.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses as text. Names of hosts are no addresses: nothing is ever looked up. */
public final class IpAddresses {

    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private IpAddresses() {}

    /**
     * @param text any
     * @return the address of IPv4 in four parts or of IPv6 without brackets that the text is, or empty
     */
    public static Optional<InetAddress> parse(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}

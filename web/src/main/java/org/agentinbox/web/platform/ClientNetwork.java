package org.agentinbox.web.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import org.agentinbox.platform.IpAddresses;

import io.undertow.servlet.handlers.ServletRequestContext;

/**
 * The part of an IP address that identifies its holder: in IPv6 the first 64 bits, because a holder of one address has all of its /64 (RFC
 * 6177).
 */
public final class ClientNetwork {

    private static final int BYTES = 8;

    private ClientNetwork() {}

    /**
     * @param literal an address as {@code HttpServletRequest.getRemoteAddr} returns it; no name is looked up
     * @return its network; a text that is no address is returned unchanged
     */
    static String of(String literal) {
        return IpAddresses.parse(literal).map(ClientNetwork::of).orElse(literal);
    }

    /**
     * @return the network of the client whose request this thread handles; behind trusted proxies the client that they name
     * ({@link ForwardedRequests})
     */
    public static String ofCurrentRequest() {
        return of(ServletRequestContext.requireCurrent().getExchange().getSourceAddress().getAddress());
    }

    /** @return an IPv4 address unchanged, or the first 64 bits of an IPv6 address in hexadecimal digits */
    static String of(InetAddress address) {
        return address instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), BYTES)) + "::/64"
            : address.getHostAddress();
    }
}

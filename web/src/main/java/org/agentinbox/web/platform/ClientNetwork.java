package org.agentinbox.web.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import org.agentinbox.platform.IpAddresses;

import io.undertow.servlet.handlers.ServletRequestContext;

/** The part of an address that names its holder: whoever has one address of IPv6 has all of its /64 (RFC 6177). */
public final class ClientNetwork {

    private static final int BYTES = 8;

    private ClientNetwork() {}

    /**
     * @param literal an address as {@code HttpServletRequest.getRemoteAddr} has it; nothing is looked up
     * @return as below; what is no address is its own network
     */
    static String of(String literal) {
        return IpAddresses.parse(literal).map(ClientNetwork::of).orElse(literal);
    }

    /** @return that of the client whose request this thread answers, as our proxies name it ({@link ForwardedRequests}) */
    public static String ofCurrentRequest() {
        return of(ServletRequestContext.requireCurrent().getExchange().getSourceAddress().getAddress());
    }

    /** @return the address of IPv4 as it is, or the first 64 bits of one of IPv6 in hexadecimal digits */
    static String of(InetAddress address) {
        return address instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), BYTES)) + "::/64"
            : address.getHostAddress();
    }
}

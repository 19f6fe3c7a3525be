package org.agentinbox.platform;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public internet from all others. */
public final class PublicAddresses {

    /**
     * What is not reachable for everybody by IANA's registries of special-purpose addresses (RFC 6890), beside groups (multicast), reserved
     * addresses, and whatever carries an address of IPv4 in itself: mapped and compatible ones and NAT64 (in ::/8), Teredo (in 2001::/23),
     * 6to4 (2002::/16).
     */
    private static final List<AddressRange> OTHERS = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
        "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/8", "100::/8", "2001::/23", "2001:db8::/32", "2002::/16",
        "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")
        .map(text -> AddressRange.parse(text).orElseThrow()).toList();

    private PublicAddresses() {}

    /**
     * @param address any
     * @return whether it is one of the public internet: not private, local, shared, for documents or benchmarks, reserved, a group's, nor
     *     one of IPv6 that carries one of IPv4
     */
    public static boolean contains(InetAddress address) {
        return OTHERS.stream().noneMatch(range -> range.contains(address));
    }
}

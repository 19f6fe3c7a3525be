package org.agentinbox.meeting.caldav;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.agentinbox.platform.AllowedHosts;

/**
 * Where agents may have us look for their calendar: https at any host of the public internet, and beside that what the settings name.
 * Addresses
 * inside our own network are told by whoever signs in, and could answer only to us. Looked at before every request; Java keeps
 * the address that it found for the connection that follows.
 *
 * @param named servers that may be called wherever they are
 */
record CalDavAddressPolicy(AllowedHosts named) {

    void check(URI uri) throws CalDavException {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new CalDavException(CalendarProblem.ADDRESS, null);
        }
        if (named.allow(uri.toString())) {
            return;
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) || Arrays.stream(addresses(uri.getHost())).anyMatch(CalDavAddressPolicy::isInside)) {
            throw new CalDavException(CalendarProblem.ADDRESS, uri.getHost());
        }
    }

    private static InetAddress[] addresses(String host) throws CalDavException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new CalDavException(CalendarProblem.UNREACHABLE, host);
        }
    }

    static boolean isInside(InetAddress address) {
        byte[] b = address.getAddress();
        boolean sharedOrBenchmark = b.length == 4
            && ((b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64 || b[0] == 0 || (b[0] & 0xff) == 198 && (b[1] & 0xfe) == 18
                || (b[0] & 0xff) == 192 && b[1] == 0 && b[2] == 0 || (b[0] & 0xff) >= 240);
        // Unique local (fc00::/7), and what carries an IPv4 address in itself: NAT64 (64:ff9b::/32) and 6to4 (2002::/16).
        boolean sixth = address instanceof Inet6Address && ((b[0] & 0xfe) == 0xfc || b[0] == 0 || b[0] == 0x20 && b[1] == 2);
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
            || address.isMulticastAddress() || sharedOrBenchmark || sixth;
    }
}

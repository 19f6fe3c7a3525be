package org.agentinbox.meeting.caldav;

import java.net.InetAddress;
import java.net.URI;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.PublicAddresses;
import org.agentinbox.platform.outbound.AddressRule;

/**
 * Where agents may have us look for their calendar: https at any host of the public internet, and beside that what the settings name.
 * Addresses inside our own network are told by whoever signs in, and could answer only to us. {@link #check} looks at the text of an
 * address before each request, {@link #allows} at what each connection goes to.
 *
 * @param named servers that may be called wherever they are
 */
record CalDavAddressPolicy(AllowedHosts named) implements AddressRule {

    void check(URI uri) throws CalDavException {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new CalDavException(CalendarProblem.ADDRESS, null);
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !named.allow(uri.toString())) {
            throw new CalDavException(CalendarProblem.ADDRESS, uri.getHost());
        }
    }

    @Override
    public boolean allows(String host, int port, InetAddress address) {
        return named.allowAt(host, port) || PublicAddresses.contains(address);
    }
}

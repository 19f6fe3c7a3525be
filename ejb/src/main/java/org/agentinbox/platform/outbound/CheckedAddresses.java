package org.agentinbox.platform.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.apache.hc.client5.http.DnsResolver;

/** Looks a name up for a connection, and gives its addresses where every one of them may be called. */
final class CheckedAddresses implements DnsResolver {

    /** Finds addresses of names, as {@link InetAddress#getAllByName} does. */
    @FunctionalInterface
    interface Lookup {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final AddressRule rule;
    private final Lookup lookup;

    CheckedAddresses(AddressRule rule, Lookup lookup) {
        this.rule = rule;
        this.lookup = lookup;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        if (!Arrays.stream(addresses).allMatch(address -> rule.allows(host, port, address))) {
            throw forbidden(host);
        }
        return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
    }

    /** The interface allows no other kind of exception; {@link OutboundHttp} finds the cause. */
    private static UnknownHostException forbidden(String host) {
        UnknownHostException refusal = new UnknownHostException(host);
        refusal.initCause(new OutboundException(Problem.FORBIDDEN, host + " leads to an address that may not be called", null));
        return refusal;
    }

    @Override
    public InetAddress[] resolve(String host) {
        throw new UnsupportedOperationException("Whether an address may be called depends on the port.");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        throw new UnsupportedOperationException("Addresses are not looked up backwards.");
    }
}

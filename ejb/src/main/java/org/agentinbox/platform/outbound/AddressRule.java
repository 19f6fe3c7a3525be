package org.agentinbox.platform.outbound;

import java.net.InetAddress;

/** Which addresses may be called. */
@FunctionalInterface
public interface AddressRule {

    /**
     * @param host a name or an address, as the URI has it
     * @param port that is to be connected to
     * @param address where the host is; where a host has several, each is asked about
     * @return whether a connection may be made
     */
    boolean allows(String host, int port, InetAddress address);
}

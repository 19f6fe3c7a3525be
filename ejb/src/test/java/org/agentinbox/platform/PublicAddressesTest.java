package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "198.18.0.1",
        "240.0.0.1", "255.255.255.255", "224.0.0.1", "192.0.0.1", "192.0.2.1", "203.0.113.1", "::1", "::", "fe80::1", "fec0::1", "fc00::1",
        "fd12::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "::ffff:127.0.0.1", "::127.0.0.1",
        "ff02::1"})
    void others(String address) throws UnknownHostException {
        assertFalse(PublicAddresses.contains(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "192.0.3.1", "11.0.0.1", "223.255.255.255",
        "2606:2800:220:1:248:1893:25c8:1946", "2001:4860:4860::8888", "2a00::1"})
    void ofThePublicInternet(String address) throws UnknownHostException {
        assertTrue(PublicAddresses.contains(InetAddress.getByName(address)));
    }
}

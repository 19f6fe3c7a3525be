package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({"10.1.2.3, 10.1.2.3, true", "10.1.2.3, 10.1.2.4, false", "10.0.0.0/8, 10.255.0.1, true", "10.0.0.0/8, 11.0.0.0, false",
        "10.9.9.9/8, 10.1.1.1, true", "192.168.4.0/23, 192.168.5.255, true", "192.168.4.0/23, 192.168.6.0, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "fd00::/8, fd12::1, true", "fd00::/8, fe80::1, false", "::1, ::1, true", "::/0, 127.0.0.1, false", "0.0.0.0/0, ::1, false"})
    void aRangeHoldsWhatSharesItsPrefix(String range, String address, boolean expected) throws UnknownHostException {
        assertEquals(expected, AddressRange.parse(range).orElseThrow().contains(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "localhost", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8",
        "fd00::/129", "fd00",
        "1.2.3.4 "})
    void whatIsNoAddressIsNoRange(String text) {
        assertTrue(AddressRange.parse(text).isEmpty());
    }

    @Test
    void rangesOfTheSameAddressesAreEqual() {
        assertEquals(AddressRange.parse("10.1.0.0/8"), AddressRange.parse("10.2.3.4/8"));
        assertEquals("10.0.0.0/8", AddressRange.parse("10.2.3.4/8").orElseThrow().toString());
    }
}

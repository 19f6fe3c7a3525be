package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom failures are counted: whoever can choose many addresses is counted by what they cannot choose. */
class FailureSubjectTest {

    private static List<String> networks(String address) {
        return FailureSubject.networks(address).stream().map(FailureSubject::key).toList();
    }

    @Test
    void anAddressOfIpv4IsItsOwnNetwork() {
        assertEquals(List.of("network 192.0.2.7"), networks("192.0.2.7"));
        assertEquals(networks("192.0.2.7"), networks("::ffff:192.0.2.7"));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::3, 2001:db8:1:2:ffff::9, true, true", "2001:db8:1:2::3, 2001:db8:1:3::3, false, true",
        "2001:db8:1:2::3, 2001:db8:2:2::3, false, false", "fe80::1%eth0, fe80::2%eth1, true, true"})
    void addressesOfIpv6CountByTheirNetworkAndSite(String one, String other, boolean sameNetwork, boolean sameSite) {
        assertEquals(2, networks(one).size());
        assertEquals(sameNetwork, networks(one).get(0).equals(networks(other).get(0)));
        assertEquals(sameSite, networks(one).get(1).equals(networks(other).get(1)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"localhost", "x", "1.2.3", "%"})
    void whatIsNoAddressIsCountedTogether(String address) {
        assertEquals(List.of("network unknown"), networks(address));
    }

    @Test
    void namesOfNobodyAreNotKept() {
        String key = FailureSubject.unknownName("my secret password").key();
        assertFalse(key.contains("secret"), key);
        assertNotEquals(key, FailureSubject.unknownName("another").key());
    }
}

package org.agentinbox.meeting.caldav;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

import org.agentinbox.platform.AllowedHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who signs in can have us call an address of our own network. */
class CalDavAddressPolicyTest {

    private final CalDavAddressPolicy policy = new CalDavAddressPolicy(new AllowedHosts(Set.of("http://127.0.0.1:5232")));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "198.18.0.1",
        "240.0.0.1",
        "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "64:ff9b::7f00:1", "2002:7f00:1::1",
        "::ffff:127.0.0.1", "ff02::1"})
    void inside(String address) throws UnknownHostException {
        assertTrue(CalDavAddressPolicy.isInside(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "192.0.3.1", "2606:2800:220:1:248:1893:25c8:1946"})
    void outside(String address) throws UnknownHostException {
        assertFalse(CalDavAddressPolicy.isInside(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://93.184.216.34/", "https://127.0.0.1/", "https://localhost/", "http://127.0.0.1:5233/", "https://[::1]/",
        "https://u:p@93.184.216.34/",
        "ftp://93.184.216.34/", "https://2130706433/", "/x"})
    void shut(String address) {
        CalendarProblem problem = assertThrows(CalDavException.class, () -> policy.check(URI.create(address))).problem();
        assertTrue(Set.of(CalendarProblem.ADDRESS, CalendarProblem.UNREACHABLE).contains(problem), problem.name());
    }

    @Test
    void openToTheWorldAndToWhatIsNamed() {
        assertDoesNotThrow(() -> policy.check(URI.create("https://93.184.216.34:8443/dav/")));
        assertDoesNotThrow(() -> policy.check(URI.create("http://127.0.0.1:5232/x")));
        assertEquals("http://127.0.0.1:5232", AllowedHosts.origin(URI.create("http://127.0.0.1:5232/x")));
    }
}

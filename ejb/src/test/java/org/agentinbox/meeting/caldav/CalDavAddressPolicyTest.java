package org.agentinbox.meeting.caldav;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.outbound.OutboundHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who signs in can have us call an address of our own network. */
class CalDavAddressPolicyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CalDavAddressPolicy policy = new CalDavAddressPolicy(new AllowedHosts(Set.of("http://127.0.0.1:5232", "cal.lan")));

    /** Through the client, since some of these are refused by their text and some by where they lead. */
    @ParameterizedTest
    @ValueSource(strings = {"http://93.184.216.34/", "https://127.0.0.1/", "https://localhost/", "http://127.0.0.1:5233/", "https://[::1]/",
        "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/", "https://u:p@93.184.216.34/", "ftp://93.184.216.34/",
        "https://2130706433/", "/x"})
    void shut(String address) {
        URI uri = URI.create(address);
        CalDavHttp http = new CalDavHttp(new OutboundHttp(policy), policy, new Credentials("a", "b"), uri, PATIENCE, PATIENCE);
        CalendarProblem problem = assertThrows(CalDavException.class, () -> http.send("GET", uri, Map.of(), null)).problem();
        assertEquals(CalendarProblem.ADDRESS, problem);
    }

    @Test
    void openToTheWorldAndToWhatIsNamed() throws UnknownHostException {
        InetAddress outside = InetAddress.getByName("93.184.216.34");
        InetAddress inside = InetAddress.getByName("127.0.0.1");
        assertDoesNotThrow(() -> policy.check(URI.create("https://93.184.216.34:8443/dav/")));
        assertDoesNotThrow(() -> policy.check(URI.create("http://127.0.0.1:5232/x")));
        assertTrue(policy.allows("cal.example", 8443, outside));
        assertFalse(policy.allows("cal.example", 8443, inside));
        assertTrue(policy.allows("127.0.0.1", 5232, inside));
        assertFalse(policy.allows("127.0.0.1", 5233, inside));
        assertTrue(policy.allows("cal.lan", 443, inside));
        assertFalse(policy.allows("cal.lan", 8443, inside), "a host is named with the standard port");
        assertEquals("http://127.0.0.1:5232", AllowedHosts.origin(URI.create("http://127.0.0.1:5232/x")));
    }
}

package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.agentinbox.platform.AddressRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedRequestsTest {

    private final ForwardedRequests forwarded = new ForwardedRequests();

    @BeforeEach
    void twoProxies() {
        forwarded.believe(Set.of(AddressRange.parse("10.0.0.0/8").orElseThrow(), AddressRange.parse("fd00::/8").orElseThrow()));
    }

    private String client(String... lines) {
        return forwarded.client(Arrays.asList(lines)).map(InetAddress::getHostAddress).orElse("nobody");
    }

    /** The last that is none of ours; what stands before it may be invented. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"203.0.113.7 | 203.0.113.7", "198.51.100.1, 203.0.113.7 | 203.0.113.7",
        "198.51.100.1, 203.0.113.7, 10.1.1.1 | 203.0.113.7",
        "203.0.113.7, 10.1.1.1,10.2.2.2 | 203.0.113.7", "127.0.0.1, 203.0.113.7 | 203.0.113.7", "10.1.1.1 | 10.1.1.1",
        "203.0.113.7, unknown | nobody",
        "203.0.113.7, evil.example, 10.1.1.1 | 10.1.1.1", "2001:db8::1, fd00::9 | 2001:db8:0:0:0:0:0:1", "'' | nobody",
        "203.0.113.7:8080 | nobody"})
    void theClientIsTheLastThatIsNoProxy(String header, String expected) {
        assertEquals(expected, client(header));
    }

    @Test
    void severalLinesAreOneList() {
        assertEquals("203.0.113.7", client("198.51.100.1", "203.0.113.7", "10.1.1.1"));
    }

    @Test
    void withoutAHeaderNobodyIsSpokenFor() {
        assertEquals(Optional.empty(), forwarded.client(null));
    }
}

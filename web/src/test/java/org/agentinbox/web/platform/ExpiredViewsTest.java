package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiredViewsTest {

    @ParameterizedTest
    @CsvSource({"http://localhost/inbox/settings?agent=1,agent=1&", "http://localhost/inbox/settings?agent=1&expired=true&x=2,agent=1&x=2&",
        "http://localhost/inbox/settings,''", "http://localhost/inbox/other?agent=1,''", "not an address,''", ",''"})
    void thePageComesBackAsItWasOpened(String referrer, String query) {
        assertEquals(query, ExpiredViews.query(referrer, "/inbox/settings"));
    }
}

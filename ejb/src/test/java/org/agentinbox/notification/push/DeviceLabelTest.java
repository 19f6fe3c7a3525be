package org.agentinbox.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers call themselves, in words. */
class DeviceLabelTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Chrome, Windows|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
        "Edge, Windows|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 "
            + "Edg/130.0.0.0",
        "Firefox, Linux|Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "Safari, macOS|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
            + "Safari/605.1.15",
        "Safari, iPhone|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
            + "Mobile/15E148 Safari/604.1",
        "Samsung Internet, Android|Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 "
            + "Chrome/122.0 Mobile Safari/537.36",
        "Whale, Windows|Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Whale/3.28 Safari/537.36",
        "Browser, ?|curl/8"})
    void browsersAreNamed(String label, String userAgent) {
        assertEquals(label, DeviceLabel.of(userAgent));
    }

    @Test
    void nothingIsABrowserToo() {
        assertEquals("Browser, ?", DeviceLabel.of(null));
    }
}

package org.agentinbox.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people call their browsers, by the headers that these send. */
class BrowserNameTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("org.agentinbox.texts.pages", Locale.ROOT);
    private static final ResourceBundle KOREAN = ResourceBundle.getBundle("org.agentinbox.texts.pages", Locale.KOREAN);
    private static final String LIKE = "(KHTML, like Gecko)";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox on Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 LIKE Chrome/131.0.0.0 Safari/537.36 | Chrome on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 LIKE Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0 | Edge on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 LIKE Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0 | Opera on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 LIKE Chrome/130.0.0.0 Whale/4.29.282.14 Safari/537.36 | Whale on "
            + "Windows",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 LIKE Version/18.1 Safari/605.1.15 | Safari on macOS",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 LIKE Version/18.1 Mobile/15E148 Safari/604.1 | "
            + "Safari on iOS",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 LIKE CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1 "
            + "| Chrome on iOS",
        "Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 LIKE SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36 | "
            + "Samsung Internet on Android",
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 LIKE Chrome/131.0.0.0 Safari/537.36 | Chrome on ChromeOS"})
    void browsersHaveTheirNames(String userAgent, String name) {
        assertEquals(name, BrowserName.of(userAgent.replace("LIKE", LIKE), ENGLISH));
    }

    @Test
    void inKoreanToo() {
        assertEquals("Linux의 Firefox", BrowserName.of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", KOREAN));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nothingIsSaidToBeUnknown(String userAgent) {
        assertEquals("Unknown browser", BrowserName.of(userAgent, ENGLISH));
    }

    @Test
    void whatIsNotKnownIsShownAsItIsAndShort() {
        assertEquals("Java-http-client/17.0.13", BrowserName.of("Java-http-client/17.0.13", ENGLISH));
        assertEquals(61, BrowserName.of("x".repeat(200), ENGLISH).length());
    }
}

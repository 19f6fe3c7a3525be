package org.agentinbox.web.account;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What people call the browser that sent a header User-Agent. Browsers name those they resemble, too, so that who imitates others is looked
 * for first. It is what the browser says, and no proof of anything.
 */
final class BrowserName {

    private static final int MOST_SHOWN = 60;
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("Edg", "Edge"), Map.entry("OPR/", "Opera"),
        Map.entry("SamsungBrowser/", "Samsung Internet"), Map.entry("Whale/", "Whale"), Map.entry("Firefox/", "Firefox"),
        Map.entry("FxiOS/", "Firefox"),
        Map.entry("CriOS/", "Chrome"), Map.entry("Chrome/", "Chrome"), Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("iPhone", "iOS"), Map.entry("iPad", "iPadOS"),
        Map.entry("Android", "Android"), Map.entry("CrOS", "ChromeOS"), Map.entry("Windows", "Windows"), Map.entry("Mac OS X", "macOS"),
        Map.entry("Linux", "Linux"));

    private BrowserName() {}

    /**
     * @param userAgent the header, or null
     * @param texts the page's
     * @return such as "Firefox on Linux"; as it is, but shortened, where it is nothing known
     */
    static String of(String userAgent, ResourceBundle texts) {
        if (userAgent == null || userAgent.isBlank()) {
            return texts.getString("profile.browser.unknown");
        }
        Optional<String> browser = first(BROWSERS, userAgent);
        Optional<String> system = first(SYSTEMS, userAgent);
        if (browser.isPresent() && system.isPresent()) {
            return MessageFormat.format(texts.getString("profile.browser"), browser.get(), system.get());
        }
        return userAgent.length() <= MOST_SHOWN ? userAgent : userAgent.substring(0, MOST_SHOWN) + "…";
    }

    private static Optional<String> first(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue).findFirst();
    }
}

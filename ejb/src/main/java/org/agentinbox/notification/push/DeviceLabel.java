package org.agentinbox.notification.push;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names a browser so that its owner knows it again in a list. Browsers pretend to be others, hence the order. */
final class DeviceLabel {

    private static final Map<String, String> BROWSERS = inOrder("Edg/", "Edge", "EdgA/", "Edge", "OPR/", "Opera", "SamsungBrowser/",
        "Samsung Internet",
        "Whale/", "Whale", "Firefox/", "Firefox", "FxiOS/", "Firefox", "CriOS/", "Chrome", "Chrome/", "Chrome", "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = inOrder("iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows",
        "Windows",
        "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

    private DeviceLabel() {}

    /**
     * @param userAgent what the browser calls itself, or null
     * @return such as {@code Firefox, Windows}
     */
    static String of(String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        return first(BROWSERS, text, "Browser") + ", " + first(SYSTEMS, text, "?");
    }

    private static String first(Map<String, String> names, String text, String otherwise) {
        return names.entrySet().stream().filter(name -> text.contains(name.getKey())).map(Map.Entry::getValue).findFirst()
            .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

package org.agentinbox.it.fuzz;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What only this run knows, by the names that stand for it in the texts of cases, in double braces. */
final class Known {

    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z]+)(?::([0-9a-f]{1,16}))?\\}\\}");
    private final Map<String, String> values = new ConcurrentHashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    String get(String name) {
        return values.get(name);
    }

    /** @return the text with all that is known in its place */
    String in(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, String number) {
        if ("jws".equals(name) && number != null) {
            // Quotes and the like would end the text that the token is in, and not be tried as a token.
            String token = JsonText.of(Identities.token(number, Instant.now()));
            return token.substring(1, token.length() - 1);
        }
        return values.getOrDefault(name, name);
    }
}

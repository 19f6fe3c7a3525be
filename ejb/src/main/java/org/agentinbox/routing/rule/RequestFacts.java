package org.agentinbox.routing.rule;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a request when it is routed.
 *
 * @param texts by what they are about; what is unknown is missing
 * @param attributes verified ones, by name
 * @param known whether something was known of the visitor before
 * @param time the time of day where the visitor is
 */
public record RequestFacts(Map<Subject, String> texts, Map<String, String> attributes, boolean known, LocalTime time) {

    /** Copies the maps; null and blank texts are left out. */
    public RequestFacts {
        Map<Subject, String> given = new EnumMap<>(Subject.class);
        texts.forEach((subject, text) -> {
            if (text != null && !text.isBlank()) {
                given.put(subject, text.strip());
            }
        });
        texts = given;
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(attributes);
        attributes = named;
    }

    /** @return the text that a condition looks at, or null */
    String text(Subject subject, String attribute) {
        return switch (subject) {
            case ATTRIBUTE -> attributes.get(attribute);
            case KNOWN -> Boolean.toString(known);
            case HOUR -> time.toString();
            case EMAIL_DOMAIN -> domain();
            default -> texts.get(subject);
        };
    }

    private String domain() {
        String email = texts.get(Subject.EMAIL);
        int at = email == null ? -1 : email.lastIndexOf('@');
        return at < 0 || at == email.length() - 1 ? null : email.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}

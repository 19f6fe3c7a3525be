package org.agentinbox.web.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.agentinbox.visitor.ShownField;

/**
 * A fact about a visitor.
 *
 * @param value null where nobody told it
 * @param link where it leads, or null
 * @param source how sure it is, lower case; null without a value
 * @param sure the same in words
 * @param why what that means
 * @param said what the visitor says of it, in words, where that is something else, or null
 */
public record VisitorFact(String name, String value, String link, String source, String sure, String why, String said) {

    static VisitorFact of(String name, ShownField shown, String own, InboxTexts texts) {
        String value = shown.value();
        if (value == null) {
            return new VisitorFact(name, null, null, null, null, null, null);
        }
        String key = "visitor.source." + shown.source();
        boolean differs = own != null && !own.equalsIgnoreCase(value);
        return new VisitorFact(name, value, link(name, value), shown.source().name().toLowerCase(Locale.ROOT), texts.text(key),
            texts.text(key + ".why"), differs ? texts.text("visitor.says", own) : null);
    }

    /** @return the begin of the value, after which a line may break: a long address does so behind its @ first */
    public String head() {
        return value.substring(0, value.lastIndexOf('@') + 1);
    }

    /** @return what follows {@link #head} */
    public String tail() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static String link(String name, String value) {
        return switch (name) {
            case "email" -> mailto(value);
            case "phone" -> "tel:" + value.replaceAll("[^\\d+]", "");
            default -> null;
        };
    }

    /** @return what opens a new message to an address */
    public static String mailto(String address) {
        return "mailto:" + URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@").replace("+", "%20");
    }
}

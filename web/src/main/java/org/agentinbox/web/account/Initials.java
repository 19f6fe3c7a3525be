package org.agentinbox.web.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.agentinbox.account.Person;
import org.agentinbox.account.Photo;

/** The picture of somebody who has none: the initials on a colour of their own. */
final class Initials {

    private static final String[][] HUES = {{"#e3e9fb", "#2a4bab"}, {"#dcf2ec", "#136450"}, {"#fbe8d9", "#8d4a10"},
        {"#f3e3f7", "#7a2c8e"}, {"#fbe2e6", "#9c2340"}, {"#e4edd8", "#446015"}};

    private Initials() {}

    static Photo of(Person person) {
        String[] hue = HUES[Math.floorMod(person.id().hashCode(), HUES.length)];
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" fill=\"" + hue[0]
            + "\"/><text x=\"32\" y=\"33\" fill=\"" + hue[1]
            + "\" font-family=\"system-ui, sans-serif\" font-size=\"24\" font-weight=\"600\""
            + " text-anchor=\"middle\" dominant-baseline=\"central\">" + escaped(initials(person.name())) + "</text></svg>";
        return new Photo("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }

    /** The first letters of the first and the last word. */
    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        return (first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "")).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.codePoints().limit(1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

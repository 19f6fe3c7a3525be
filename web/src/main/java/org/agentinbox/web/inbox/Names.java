package org.agentinbox.web.inbox;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

import org.agentinbox.visitor.VisitorView;

/** How people are called and drawn where there is no picture; as the scripts do it (dom.js). */
final class Names {

    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final int HUES = 6;
    private static final int PRIME = 9_973;

    private Names() {}

    /** @return name, else email address, else the word for somebody unnamed */
    static String of(VisitorView visitor, InboxTexts texts) {
        String name = visitor.shownName();
        String email = visitor.shown().get("email").value();
        return name != null ? name : email != null ? email : texts.text("visitor.unnamed");
    }

    /** @return one or two letters; of a Korean or Chinese name its first two, which are told apart better than one */
    static String initials(String name) {
        String[] words = WHITE.split(name.strip());
        if (words[0].isEmpty()) {
            return "?";
        }
        int[] first = words[0].codePoints().toArray();
        Character.UnicodeScript script = Character.UnicodeScript.of(first[0]);
        if (script == Character.UnicodeScript.HANGUL || script == Character.UnicodeScript.HAN) {
            return new String(first, 0, Math.min(2, first.length));
        }
        String begin = Character.toString(first[0]);
        return words.length == 1 ? begin : begin + Character.toString(words[words.length - 1].codePointAt(0));
    }

    /** @return the class of the colour that belongs to an id */
    static String hue(String id) {
        return "hue-" + id.codePoints().reduce(0, (sum, letter) -> (sum * 31 + letter) % PRIME) % HUES;
    }

    /** @return the begin of a text, not cut within what people see as one letter */
    static String begin(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return text.substring(0, letters.preceding(most + 1));
    }
}

package org.agentinbox.entry;

import java.util.Locale;

/** The texts of an entry. Where one is missing, the product has its own. The names are stored. */
public enum EntryText {
    /** On the button that opens the chat. */
    LAUNCHER(60),
    /** Above the form. */
    GREETING(2000),
    /** While nobody has accepted the chat. */
    WAITING(2000),
    /** Where no agent takes the chat. */
    FALLBACK(2000),
    /** Where no agent takes the chat and no calendar that could be offered has a free slot. */
    MEETING_FALLBACK(2000),
    /** After the chat. */
    AFTER_END(2000);

    private final int longest;

    EntryText(int longest) {
        this.longest = longest;
    }

    int longest() {
        return longest;
    }

    /** @return whether its formatting counts; the launcher has none, since it is the name of a button */
    public boolean isFormatted() {
        return this != LAUNCHER;
    }

    /** @return its name in documents and frames, such as {@code afterEnd} */
    public String member() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1 ? words[0] : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}

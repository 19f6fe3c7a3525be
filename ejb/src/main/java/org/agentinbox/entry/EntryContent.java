package org.agentinbox.entry;

import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/**
 * What a visitor sees of an entry.
 *
 * @param form 0 to 6 fields in their order; each kind once, questions as often as there is room
 * @param consent to what the visitor agrees by starting the chat; empty for nothing
 * @param privacyLink an https address beside the consent, or null
 * @param texts those that differ from the product's own
 * @param accent a colour such as {@code #1a5fb4} on which white text can be read, or null for the product's own
 * @param left whether the launcher stands at the left edge instead of the right one
 * @param greeting when the greeting opens by itself; null for never
 */
public record EntryContent(List<FormField> form, LocalText consent, String privacyLink, Map<EntryText, LocalText> texts, String accent,
    boolean left, EntryGreeting greeting) {

    /** As chats began before there were entries. */
    public static final EntryContent PLAIN = new EntryContent(List.of(FormField.of(FieldKind.NAME, true),
        FormField.of(FieldKind.EMAIL, true), FormField.of(FieldKind.MESSAGE, false)), LocalText.NONE, null, Map.of(), null, false,
        EntryGreeting.NEVER);

    private static final int MOST_FIELDS = 6;
    private static final int LONGEST_CONSENT = 1000;
    private static final int LONGEST_LINK = 500;

    /** @throws RefusedException of {@code form}, {@code consent}, {@code privacyLink}, {@code accent}, or of a text by its name */
    public EntryContent {
        form = List.copyOf(form);
        requireEachOnce(form);
        consent = consent.lines("consent", LONGEST_CONSENT);
        privacyLink = link(privacyLink);
        Map<EntryText, LocalText> checked = new EnumMap<>(EntryText.class);
        texts.forEach((key, text) -> checked.put(key,
            key == EntryText.LAUNCHER ? text.line(key.member(), key.longest()) : text.lines(key.member(), key.longest())));
        checked.values().removeIf(LocalText::isEmpty);
        texts = Map.copyOf(checked);
        accent = Accent.checked(accent);
        greeting = greeting == null ? EntryGreeting.NEVER : greeting;
    }

    /** @return the entry's text, empty where it has none of its own */
    public LocalText text(EntryText which) {
        return texts.getOrDefault(which, LocalText.NONE);
    }

    private static void requireEachOnce(List<FormField> form) {
        if (form.size() > MOST_FIELDS) {
            throw RefusedException.ofField("form", "at most " + MOST_FIELDS + " fields");
        }
        Set<FieldKind> seen = EnumSet.noneOf(FieldKind.class);
        form.stream().map(FormField::kind).filter(kind -> !kind.isQuestion()).forEach(kind -> {
            if (!seen.add(kind)) {
                throw RefusedException.ofField("form", "each kind of field once");
            }
        });
    }

    private static String link(String typed) {
        String line = TextRules.line("privacyLink", typed, LONGEST_LINK);
        if (line == null) {
            return null;
        }
        try {
            URI address = URI.create(line);
            if ("https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
                return line;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as is any other scheme.
        }
        throw RefusedException.ofField("privacyLink", "an address that begins with https://");
    }
}

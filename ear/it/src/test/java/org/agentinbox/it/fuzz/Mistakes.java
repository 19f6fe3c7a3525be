package org.agentinbox.it.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes mistakes: in the members of what was meant, or in its text. */
final class Mistakes {

    private static final String NOISE = "\"\\{}[]:,;=%&+'\u0000\u0001\u001F\u007F\u0085\u2028\uFEFF\uFFFF 0aZ-.\r\n\t";

    private Mistakes() {}

    /** @return the same with up to three mistakes in its members, or none */
    static Object inMembers(Object value, Chance chance) {
        Object made = value;
        for (int left = chance.below(4); left > 0; left--) {
            made = one(made, chance);
        }
        return made;
    }

    private static Object one(Object value, Chance chance) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return inMap(map, chance);
        }
        if (value instanceof List<?> list && !list.isEmpty() && !chance.oneIn(4)) {
            List<Object> changed = new ArrayList<>(list);
            int at = chance.below(changed.size());
            changed.set(at, one(changed.get(at), chance));
            return changed;
        }
        return Odd.value(chance);
    }

    private static Object inMap(Map<?, ?> map, Chance chance) {
        Map<Object, Object> changed = new LinkedHashMap<>(map);
        Object name = chance.of(List.copyOf(map.keySet()));
        switch (chance.below(8)) {
            case 0 -> changed.remove(name);
            case 1 -> changed.put(Odd.text(chance), Odd.value(chance));
            case 2 -> changed.put(chance.of("type", "clientId", "conversationId", "id", "__proto__", "class", "verified", "on"),
                Odd.value(chance));
            // The same member twice.
            case 3 -> changed.put(new Raw(JsonText.of(name)), Odd.value(chance));
            default -> changed.put(name, "type".equals(name) && !chance.oneIn(8) ? map.get(name) : one(map.get(name), chance));
        }
        return changed;
    }

    /** @return the text, in one case of four with a mistake in it */
    static String inText(String text, Chance chance) {
        if (text.isEmpty() || !chance.oneIn(4)) {
            return text;
        }
        int at = chance.below(text.length());
        char noise = NOISE.charAt(chance.below(NOISE.length()));
        return switch (chance.below(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(at);
            case 2 -> text.substring(0, at) + noise + text.substring(at);
            case 3 -> text.substring(0, at) + noise + text.substring(at + 1);
            case 4 -> text + text;
            default -> text.substring(0, at) + Odd.text(chance) + text.substring(at);
        };
    }

    /** @return the text without halves of surrogate pairs, which no client of a library can send */
    static String sendable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
            .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}

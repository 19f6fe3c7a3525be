package org.agentinbox.mail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people typed, made harmless for an email of plain text. */
public final class PlainText {

    private static final int MOST_QUOTED_LINES = 30;

    private PlainText() {}

    /**
     * @param text what somebody typed
     * @param most characters
     * @return on one line, without what breaks lines or turns the direction of writing; cut where it is longer than that
     */
    public static String line(String text, int most) {
        return cut(text.codePoints().map(c -> isUnwanted(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString().strip(), most);
    }

    /** Each line marked as somebody else's words: none of them can pass for ours. */
    public static String quote(String text, int most) {
        List<String> lines = cut(text, most).lines().toList();
        Stream<String> shown = lines.size() <= MOST_QUOTED_LINES ? lines.stream()
            : Stream.concat(lines.stream().limit(MOST_QUOTED_LINES), Stream.of("…"));
        return shown.map(line -> "> " + line(line, most)).collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
            : text.substring(0, text.offsetByCodePoints(0, most)).stripTrailing() + "…";
    }

    private static boolean isUnwanted(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE
            || codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }
}

package org.agentinbox.mail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what people typed safe for an email in plain text. */
public final class PlainText {

    private static final int MOST_QUOTED_LINES = 30;

    private PlainText() {}

    /**
     * @param text what somebody typed
     * @param most characters
     * @return on one line, without characters that break lines or change the writing direction; cut where it is longer
     */
    public static String line(String text, int most) {
        return cut(text.codePoints().map(c -> isUnwanted(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString().strip(), most);
    }

    /** Marks each line as a quotation, so that no line can pass for the product's own text. */
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

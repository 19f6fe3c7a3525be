package org.agentinbox.platform.securitylog;

/** Makes text of clients fit for a line of a log. */
public final class LogText {

    private static final int MOST = 200;

    private LogText() {}

    /**
     * @param text any, or null
     * @return the same with each character as <code>\\uXXXX</code> that ends a line, controls a terminal, turns the direction of reading,
     * or is half of a pair; null stays null
     */
    public static String oneLine(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (breaksLine(c)) {
                Character.toString(c).chars().forEach(half -> line.append(String.format("\\u%04x", half)));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    /** A value beside its key: as it is where it is one plain word, else in quotes, and cut after {@value #MOST} characters. */
    static String value(String text) {
        String all = text == null ? "" : text;
        String cut = all.codePointCount(0, all.length()) <= MOST ? all : all.substring(0, all.offsetByCodePoints(0, MOST)) + "…";
        return cut.matches("[A-Za-z0-9._:@/+-]+") ? cut : '"' + oneLine(cut.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static boolean breaksLine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}

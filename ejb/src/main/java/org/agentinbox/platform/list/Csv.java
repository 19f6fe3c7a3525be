package org.agentinbox.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma separated values (RFC 4180), read with any line breaks and written with CRLF.
 *
 * <p>Spreadsheets run a cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab, a line break, or a full-width form of
 * these as a formula. A cell that begins so, after any number of apostrophes, is therefore written with one more apostrophe in front, and
 * one is removed on reading. So a written file is read as it was.
 */
public final class Csv {

    private static final String DANGEROUS = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
    private static final Pattern TO_GUARD = Pattern.compile("'*" + DANGEROUS);
    private static final Pattern GUARDED = Pattern.compile("'+" + DANGEROUS);

    /**
     * A record of a file.
     *
     * @param line the line on which it begins, from 1
     * @param cells unguarded; null where its quotes are wrong, so that the rest of the file cannot be read
     */
    public record Line(int line, List<String> cells) {}

    private final String file;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int lineNumber = 1;

    private Csv(String file) {
        this.file = file;
    }

    /** @return the records of a file without empty lines; a record with wrong quotes is the last one */
    public static List<Line> read(String file) {
        Csv csv = new Csv(file);
        while (csv.at < file.length() && csv.readLine()) {
            // Each call reads one record.
        }
        return csv.lines;
    }

    private boolean readLine() {
        int begin = lineNumber;
        List<String> cells = new ArrayList<>();
        int start = at;
        do {
            String cell = file.startsWith("\"", at) ? quoted() : plain();
            if (cell == null) {
                lines.add(new Line(begin, null));
                return false;
            }
            cells.add(GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell);
        } while (takes(','));
        boolean isEmpty = at == start;
        takeBreak();
        if (!isEmpty) {
            lines.add(new Line(begin, cells));
        }
        return true;
    }

    private String plain() {
        int start = at;
        while (at < file.length() && ",\r\n".indexOf(file.charAt(at)) < 0) {
            if (file.charAt(at++) == '"') {
                return null;
            }
        }
        return file.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        for (at++; at < file.length(); at++) {
            char c = file.charAt(at);
            if (c == '"') {
                at++;
                if (!file.startsWith("\"", at)) {
                    return endsHere() ? cell.toString() : null;
                }
            }
            countBreak(c);
            cell.append(c);
        }
        return null;
    }

    private boolean endsHere() {
        return at == file.length() || ",\r\n".indexOf(file.charAt(at)) >= 0;
    }

    private boolean takes(char wanted) {
        boolean taken = at < file.length() && file.charAt(at) == wanted;
        at += taken ? 1 : 0;
        return taken;
    }

    private void takeBreak() {
        boolean carriage = takes('\r');
        if (takes('\n') | carriage) {
            lineNumber++;
        }
    }

    /** CRLF is one line break, counted at its LF. */
    private void countBreak(char c) {
        if (c == '\n' || c == '\r' && !file.startsWith("\n", at + 1)) {
            lineNumber++;
        }
    }

    /** @return the file's text; cells are guarded and quoted where needed */
    public static String write(List<List<String>> records) {
        StringBuilder out = new StringBuilder();
        for (List<String> record : records) {
            out.append(String.join(",", record.stream().map(Csv::cell).toList())).append("\r\n");
        }
        return out.toString();
    }

    private static String cell(String value) {
        String guarded = TO_GUARD.matcher(value).lookingAt() ? "'" + value : value;
        boolean plain = !guarded.isEmpty() && guarded.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? guarded : '"' + guarded.replace("\"", "\"\"") + '"';
    }
}

package org.agentinbox.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Comma separated values (RFC 4180), read with any line breaks, also with semicolons in place of commas, as spreadsheets write them in
 * countries where numbers have a comma; written with commas and CRLF.
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
    private final char separator;
    /** What ends a cell without quotes. */
    private final String ends;
    private int at;
    private int lineNumber = 1;

    private Csv(String file, char separator) {
        this.file = file;
        this.separator = separator;
        this.ends = separator + "\r\n";
    }

    /** @return the records of a file with commas, without empty lines; a record with wrong quotes is the last one */
    public static List<Line> read(String file) {
        List<Line> lines = new ArrayList<>();
        read(file, ',', lines::add);
        return lines;
    }

    /**
     * Reads a file record by record, so that a long one is never in memory as a whole beside its text.
     *
     * @param separator what stands between cells
     * @param each takes the next record, empty lines left out, and says whether to go on; a record with wrong quotes is the last one
     */
    static void read(String file, char separator, Predicate<Line> each) {
        Csv csv = new Csv(file, separator);
        boolean goesOn = true;
        while (goesOn && csv.at < file.length()) {
            Line line = csv.readLine();
            goesOn = line == null || each.test(line) && line.cells() != null;
        }
    }

    /** @return what stands between the cells of a file, by its first line: a semicolon where that has one and no comma */
    static char separator(String file) {
        String first = file.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    /** Returns null for an empty line. */
    private Line readLine() {
        int begin = lineNumber;
        List<String> cells = new ArrayList<>();
        int start = at;
        do {
            String cell = file.startsWith("\"", at) ? quoted() : plain();
            if (cell == null) {
                return new Line(begin, null);
            }
            cells.add(GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell);
        } while (takes(separator));
        boolean isEmpty = at == start;
        takeBreak();
        return isEmpty ? null : new Line(begin, cells);
    }

    private String plain() {
        int start = at;
        while (at < file.length() && ends.indexOf(file.charAt(at)) < 0) {
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
        return at == file.length() || ends.indexOf(file.charAt(at)) >= 0;
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
        records.forEach(record -> write(record, out));
        return out.toString();
    }

    /** Adds a record to the end of a file's text, as {@link #write(List)} does. */
    static void write(List<String> record, StringBuilder out) {
        out.append(String.join(",", record.stream().map(Csv::cell).toList())).append("\r\n");
    }

    private static String cell(String value) {
        String guarded = TO_GUARD.matcher(value).lookingAt() ? "'" + value : value;
        // Spreadsheets that expect semicolons would begin a cell after one, and might run what follows.
        boolean plain = !guarded.isEmpty() && guarded.chars().noneMatch(c -> ",;\t\"\r\n".indexOf(c) >= 0);
        return plain ? guarded : '"' + guarded.replace("\"", "\"\"") + '"';
    }
}

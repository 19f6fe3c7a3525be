package org.agentinbox.platform.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.agentinbox.platform.RefusedException;

/**
 * A list that is imported from or exported to a file of comma separated values: the contents of its lines, and what is wrong with them.
 *
 * @param <R> the contents of a line
 */
public final class ListFile<R> {

    /** A larger file is refused unread, where its format does not say another size. */
    public static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PROBLEMS = 100;
    private static final String BOM = "\uFEFF";

    /** What can be wrong with the file of any list. */
    public enum Wrong {
        /** It has more bytes than its format allows, which is 1 MiB for most lists. */
        TOO_BIG,
        /** It is not UTF-8. */
        NOT_UTF8,
        /** The first line does not name the columns. */
        HEADER,
        /** A quotation mark that is not closed, or one inside an unquoted cell. The rest of the file cannot be read. */
        QUOTES,
        /** The line has another number of cells than there are columns. */
        CELLS,
        /** An earlier line has the same key. */
        TWICE,
        /** The list would become too long, or the file has too many lines. */
        TOO_MANY
    }

    private final ListFormat<R> format;
    private final List<R> rows = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private int wrong;
    private int read;

    private ListFile(ListFormat<R> format) {
        this.format = format;
    }

    /**
     * @param bytes the file
     * @return its contents and what is wrong with it; it never fails
     */
    public static <R> ListFile<R> read(byte[] bytes, ListFormat<R> format) {
        ListFile<R> file = new ListFile<>(format);
        if (bytes.length > format.mostBytes()) {
            file.problem(0, Wrong.TOO_BIG);
            return file;
        }
        try {
            file.readLines(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            file.problem(0, Wrong.NOT_UTF8);
        }
        return file;
    }

    /**
     * @param rows the cells of each line below the header
     * @return the list as a file; it begins with a byte order mark, by which spreadsheets recognise UTF-8
     */
    public static byte[] write(ListFormat<?> format, Stream<List<String>> rows) {
        StringBuilder out = new StringBuilder(BOM);
        Stream.concat(Stream.of(format.header()), rows).forEachOrdered(record -> Csv.write(record, out));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void readLines(String text) {
        String file = text.startsWith(BOM) ? text.substring(1) : text;
        Csv.read(file, Csv.separator(file), this::readNext);
        if (read == 0) {
            problem(1, Wrong.HEADER);
        }
    }

    /** Returns whether to go on. */
    private boolean readNext(Csv.Line line) {
        if (read++ == 0) {
            boolean isHeader = line.cells() != null
                && line.cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList().equals(format.header());
            if (!isHeader) {
                problem(1, Wrong.HEADER);
            }
            return isHeader;
        }
        if (read - 1 > format.mostRows()) {
            problem(0, Wrong.TOO_MANY);
            return false;
        }
        readLine(line);
        return true;
    }

    private void readLine(Csv.Line line) {
        if (line.cells() == null || line.cells().size() != format.header().size()) {
            problem(line.line(), line.cells() == null ? Wrong.QUOTES : Wrong.CELLS);
            return;
        }
        try {
            R row = format.row(line.line(), line.cells());
            if (seen.add(format.key(row))) {
                rows.add(row);
            } else {
                problem(line.line(), Wrong.TWICE);
            }
        } catch (RefusedException e) {
            problem(line.line(), format.reason(e));
        }
    }

    /**
     * Adds a problem that only the importing feature can find.
     *
     * @param line of the file, from 1; 0 for the file as a whole
     * @param reason what is wrong there
     */
    public void problem(int line, Enum<?> reason) {
        wrong++;
        // A file of another kind has a problem in every line, so only the first ones are reported.
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new ImportProblem(line, reason));
        }
    }

    /** @return the lines that can be imported, in order */
    public List<R> rows() {
        return rows;
    }

    /**
     * @return all lines of a file that comes with the product
     * @throws IllegalStateException where anything is wrong with it
     */
    public List<R> soundRows() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The file " + format.header() + " cannot be imported: " + problems);
        }
        return rows;
    }

    Object key(R row) {
        return format.key(row);
    }

    /** @return how much is wrong, also what {@link #problems} has no room for */
    public int wrong() {
        return wrong;
    }

    /** @return what is wrong, in the order in which it was found, the first 100 */
    public List<ImportProblem> problems() {
        return problems;
    }
}

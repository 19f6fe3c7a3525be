package org.agentinbox.answer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.agentinbox.answer.ImportProblem.Reason;
import org.agentinbox.platform.Csv;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** Canned answers as a file of comma separated values, and what is wrong with such a file. */
final class AnswerFile {

    static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PROBLEMS = 100;
    private static final List<String> HEADER = List.of("shortcut", "text", "shared");
    private static final String BOM = "\uFEFF";

    /** A line that could be imported. */
    record Row(int line, String shortcut, String text, boolean shared) {
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();

    private AnswerFile() {
    }

    /** @return the file with whatever is wrong with it; never fails */
    static AnswerFile read(byte[] bytes) {
        AnswerFile file = new AnswerFile();
        if (bytes.length > MOST_BYTES) {
            file.problem(0, Reason.TOO_BIG);
            return file;
        }
        try {
            file.readLines(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            file.problem(0, Reason.NOT_UTF8);
        }
        return file;
    }

    /** @return the answers as a file; the mark at its begin tells spreadsheets that it is UTF-8 */
    static byte[] write(List<AnswerView> answers) {
        List<List<String>> records = Stream.concat(Stream.of(HEADER),
            answers.stream().map(a -> List.of(a.shortcut(), a.text(), Boolean.toString(a.shared())))).toList();
        return (BOM + Csv.write(records)).getBytes(StandardCharsets.UTF_8);
    }

    private void readLines(String text) {
        List<Csv.Line> lines = Csv.read(text.startsWith(BOM) ? text.substring(1) : text);
        List<String> first = lines.isEmpty() ? null : lines.get(0).cells();
        if (first == null || !first.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList().equals(HEADER)) {
            problem(1, Reason.HEADER);
            return;
        }
        lines.stream().skip(1).forEach(this::readLine);
    }

    private void readLine(Csv.Line line) {
        if (line.cells() == null || line.cells().size() != HEADER.size()) {
            problem(line.line(), line.cells() == null ? Reason.QUOTES : Reason.CELLS);
            return;
        }
        try {
            String shared = line.cells().get(2).strip().toLowerCase(Locale.ROOT);
            Row row = new Row(line.line(), CannedAnswer.shortcut(line.cells().get(0)), CannedAnswer.text(line.cells().get(1)), shared.equals("true"));
            if (!row.shared() && !shared.equals("false")) {
                problem(line.line(), Reason.SHARED);
            } else if (!seen.add(List.of(row.shortcut(), row.shared()))) {
                problem(line.line(), Reason.TWICE);
            } else {
                rows.add(row);
            }
        } catch (RefusedException e) {
            problem(line.line(), reason(e));
        }
    }

    private static Reason reason(RefusedException e) {
        if (e.refusal() == Refusal.INVALID_FIELD) {
            return "shortcut".equals(e.field()) ? Reason.SHORTCUT : Reason.PLACEHOLDER;
        }
        return Reason.valueOf(e.refusal().name());
    }

    void problem(int line, Reason reason) {
        // A file of another kind has one on every line; who reads them has enough with the first.
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new ImportProblem(line, reason));
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<ImportProblem> problems() {
        return problems;
    }
}

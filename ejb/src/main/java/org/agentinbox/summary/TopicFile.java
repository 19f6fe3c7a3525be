package org.agentinbox.summary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.agentinbox.platform.Csv;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.summary.TopicImport.Problem;
import org.agentinbox.summary.TopicImport.Reason;

/** Topics as a file of comma separated values, synonyms with semicolons between, and what is wrong with such a file. */
final class TopicFile {

    static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PROBLEMS = 100;
    private static final List<String> HEADER = List.of("name", "synonyms");
    private static final String BOM = "\uFEFF";

    /** A line that could be imported. */
    record Row(String name, List<String> synonyms) {

        String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TopicFile() {
    }

    /** @return the file with whatever is wrong with it; never fails */
    static TopicFile read(byte[] bytes) {
        TopicFile file = new TopicFile();
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

    /** @return the topics as a file; the mark at its begin tells spreadsheets that it is UTF-8 */
    static byte[] write(List<ListedTopicView> topics) {
        List<List<String>> records = Stream.concat(Stream.of(HEADER),
            topics.stream().map(t -> List.of(t.name(), String.join("; ", t.synonyms())))).toList();
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
            Row row = new Row(ListedTopic.name(line.cells().get(0)), ListedTopic.synonyms(Arrays.asList(line.cells().get(1)
                .split("[;\n]"))));
            if (seen.add(row.key())) {
                rows.add(row);
            } else {
                problem(line.line(), Reason.TWICE);
            }
        } catch (RefusedException e) {
            problem(line.line(), "name".equals(e.field()) ? Reason.NAME : Reason.SYNONYMS);
        }
    }

    void problem(int line, Reason reason) {
        // A file of another kind has one on every line; who reads them has enough with the first.
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(line, reason));
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<Problem> problems() {
        return problems;
    }
}

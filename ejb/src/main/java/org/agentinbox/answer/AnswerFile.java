package org.agentinbox.answer;

import java.util.List;
import java.util.Locale;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListFormat;

/** Canned answers as a file. */
final class AnswerFile implements ListFormat<AnswerFile.Row> {

    private static final AnswerFile FORMAT = new AnswerFile();
    private static final List<String> HEADER = List.of("shortcut", "text", "shared");

    /** Identifies an answer among those that the caller has. */
    record Key(String shortcut, boolean shared) {}

    /** A valid line. */
    record Row(int line, String shortcut, String text, boolean shared) {}

    /** What can be wrong with an answer, beside {@link ListFile.Wrong}. Clients get the constant's name. */
    enum Wrong {
        /** The shortcut is missing or invalid. */
        SHORTCUT,
        /** The text is empty. */
        EMPTY_TEXT,
        /** The text has more than 4,000 characters. */
        TEXT_TOO_LONG,
        /** The text contains NUL or half of a surrogate pair. */
        INVALID_CHARACTERS,
        /** The text contains an unknown placeholder. */
        PLACEHOLDER,
        /** The cell is neither {@code true} nor {@code false}. */
        SHARED,
        /** The line would change a shared answer, and the caller is no sales admin. */
        NOT_ALLOWED
    }

    private AnswerFile() {}

    static ListFile<Row> read(byte[] bytes) {
        return ListFile.read(bytes, FORMAT);
    }

    static byte[] write(List<AnswerView> answers) {
        return ListFile.write(FORMAT, answers.stream().map(a -> List.of(a.shortcut(), a.text(), Boolean.toString(a.shared()))));
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public Row row(int line, List<String> cells) {
        String shared = cells.get(2).strip().toLowerCase(Locale.ROOT);
        Row row = new Row(line, CannedAnswer.shortcut(cells.get(0)), CannedAnswer.text(cells.get(1)), shared.equals("true"));
        if (!row.shared() && !shared.equals("false")) {
            throw RefusedException.ofField("shared", "true or false");
        }
        return row;
    }

    @Override
    public Object key(Row row) {
        return new Key(row.shortcut(), row.shared());
    }

    @Override
    public Wrong reason(RefusedException refused) {
        if (refused.refusal() != Refusal.INVALID_FIELD) {
            return Wrong.valueOf(refused.refusal().name());
        }
        return switch (refused.field()) {
            case "shortcut" -> Wrong.SHORTCUT;
            case "shared" -> Wrong.SHARED;
            default -> Wrong.PLACEHOLDER;
        };
    }
}

package org.agentinbox.summary.topic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListFormat;
import org.agentinbox.summary.api.ListedTopicView;

/** The list of topics as a file; synonyms are separated by semicolons. */
final class TopicFile implements ListFormat<TopicFile.Row> {

    private static final TopicFile FORMAT = new TopicFile();
    private static final List<String> HEADER = List.of("name", "synonyms");

    /** A valid line. */
    record Row(String name, List<String> synonyms) {

        String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** What can be wrong with a topic, beside {@link ListFile.Wrong}. Clients get the constant's name. */
    enum Wrong {
        /** The name is missing or invalid. */
        NAME,
        /** There are too many synonyms, or one is too long. */
        SYNONYMS
    }

    private TopicFile() {}

    static ListFile<Row> read(byte[] bytes) {
        return ListFile.read(bytes, FORMAT);
    }

    static byte[] write(List<ListedTopicView> topics) {
        return ListFile.write(FORMAT, topics.stream().map(t -> List.of(t.name(), String.join("; ", t.synonyms()))));
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public Row row(int line, List<String> cells) {
        return new Row(ListedTopic.name(cells.get(0)), ListedTopic.synonyms(Arrays.asList(cells.get(1).split("[;\n]"))));
    }

    @Override
    public Object key(Row row) {
        return row.key();
    }

    @Override
    public Wrong reason(RefusedException refused) {
        return "name".equals(refused.field()) ? Wrong.NAME : Wrong.SYNONYMS;
    }
}

package org.agentinbox.summary.topic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListFormat;
import org.agentinbox.summary.api.ListedTopicView;

/** Topics as a file, synonyms with semicolons between. */
final class TopicFile implements ListFormat<TopicFile.Row> {

    private static final TopicFile FORMAT = new TopicFile();
    private static final List<String> HEADER = List.of("name", "synonyms");

    /** A line that could be imported. */
    record Row(String name, List<String> synonyms) {

        String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** What can be wrong with a topic, beside {@link ListFile.Wrong}. Clients are told the name. */
    enum Wrong {
        /** Not a name. */
        NAME,
        /** More or longer synonyms than there may be. */
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

package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.summary.api.ListedTopicView;

/** Finds the topics of the administrators' list in sentences, in any inflected form. */
public final class TopicMatcher {

    public static final TopicMatcher NONE = new TopicMatcher(List.of());

    /** The name or a synonym of a topic: as stems, or as a pattern where it is written without spaces or is too common to have stems. */
    private record Term(String topic, List<String> stems, Pattern written) {}

    private final List<Term> terms = new ArrayList<>();

    public TopicMatcher(List<ListedTopicView> topics) {
        for (ListedTopicView topic : topics) {
            Stream.concat(Stream.of(topic.name()), topic.synonyms().stream()).forEach(term -> {
                List<String> stems = TextAnalysis.stems(term);
                boolean whole = TextAnalysis.isLatin(term) && stems.size() == TextAnalysis.count(term);
                terms.add(new Term(topic.name(), stems, whole ? null : written(term)));
            });
        }
    }

    private static Pattern written(String term) {
        String quoted = Pattern.quote(term.strip());
        return Pattern.compile(TextAnalysis.isLatin(term) ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** @return the names of the topics, each once */
    public List<String> names() {
        return terms.stream().map(Term::topic).distinct().toList();
    }

    /** @return the stems of the topic's name and synonyms; empty where it is not on the list */
    Set<String> stems(String topic) {
        return terms.stream().filter(t -> t.topic().equals(topic)).flatMap(t -> t.stems().stream()).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** @return the names of the topics that a sentence mentions, each once */
    List<String> in(Sentence sentence) {
        return terms.stream().filter(t -> t.written() != null ? t.written().matcher(sentence.text()).find()
            : Collections.indexOfSubList(sentence.stems(), t.stems()) >= 0)
            .map(Term::topic).distinct().toList();
    }
}

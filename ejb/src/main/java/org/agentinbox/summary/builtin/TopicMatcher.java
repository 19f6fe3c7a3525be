package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.summary.api.ListedTopicView;

/** Finds the topics of the administrators' list in sentences, whatever the form of their words. */
public final class TopicMatcher {

    public static final TopicMatcher NONE = new TopicMatcher(List.of());

    /** A word or words that mean a topic: as stems, or as written where words have no space between or are too common to have a stem. */
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

    /** @return of the topics, each once */
    public List<String> names() {
        return terms.stream().map(Term::topic).distinct().toList();
    }

    /** @return the stems of all words that mean a topic; none where it is not of these */
    Set<String> stems(String topic) {
        return terms.stream().filter(t -> t.topic().equals(topic)).flatMap(t -> t.stems().stream()).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** @return the names of the topics that a sentence speaks of, each once */
    List<String> in(Sentence sentence) {
        return terms.stream().filter(t -> t.written() != null ? t.written().matcher(sentence.text()).find()
            : Collections.indexOfSubList(sentence.stems(), t.stems()) >= 0)
            .map(Term::topic).distinct().toList();
    }
}

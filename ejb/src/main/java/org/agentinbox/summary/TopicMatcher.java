package org.agentinbox.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the topics of the administrators' list in sentences, whatever the form of their words. */
final class TopicMatcher {

    static final TopicMatcher NONE = new TopicMatcher(List.of());

    /** A word or words that mean a topic: as stems, or as written where words have no space between. */
    private record Term(String topic, List<String> stems, String written) {
    }

    private final List<Term> terms = new ArrayList<>();

    TopicMatcher(List<ListedTopicView> topics) {
        for (ListedTopicView topic : topics) {
            Stream.concat(Stream.of(topic.name()), topic.synonyms().stream()).forEach(term -> {
                List<String> stems = Words.stems(term);
                if (!stems.isEmpty()) {
                    terms.add(new Term(topic.name(), stems, Words.isLatin(term) ? null : term.toLowerCase(Locale.ROOT)));
                }
            });
        }
    }

    /** @return the names of the topics that a sentence speaks of, each once */
    List<String> in(Sentence sentence) {
        String lower = sentence.text().toLowerCase(Locale.ROOT);
        return terms.stream().filter(t -> t.written() != null ? lower.contains(t.written()) : Collections.indexOfSubList(sentence.stems(), t.stems()) >= 0)
            .map(Term::topic).distinct().toList();
    }
}

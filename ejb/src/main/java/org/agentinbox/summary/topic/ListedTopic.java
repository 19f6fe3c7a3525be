package org.agentinbox.summary.topic;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.summary.api.ListedTopicView;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A topic of the administrators' list. */
@Entity
class ListedTopic {

    static final int LONGEST_NAME = 100;
    static final int MOST_SYNONYMS = 50;
    private static final int LONGEST_SYNONYMS = 4000;

    @Id
    private UUID id;
    @Version
    private int version;
    private String name;
    private String synonyms;
    private Instant changedAt;

    protected ListedTopic() {}

    ListedTopic(UUID id, String name, List<String> synonyms, Instant now) {
        this.id = id;
        write(name, synonyms, now);
    }

    final void write(String name, List<String> synonyms, Instant now) {
        this.name = name(name);
        this.synonyms = String.join("\n", synonyms(synonyms));
        this.changedAt = now;
    }

    static String name(String typed) {
        String name = TextRules.line("name", typed, LONGEST_NAME);
        if (name == null || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw RefusedException.ofField("name", "1 to " + LONGEST_NAME + " characters, a letter or digit among them");
        }
        return name;
    }

    /** @return each synonym once, without empty ones */
    static List<String> synonyms(List<String> typed) {
        List<String> synonyms = typed.stream().map(s -> TextRules.line("synonyms", s, LONGEST_NAME)).filter(s -> s != null && !s.isBlank())
            .collect(Collectors.collectingAndThen(Collectors.toMap(s -> s.toLowerCase(Locale.ROOT), s -> s, (a, b) -> a,
                LinkedHashMap::new),
                m -> List.copyOf(m.values())));
        if (synonyms.size() > MOST_SYNONYMS || String.join("\n", synonyms).length() > LONGEST_SYNONYMS) {
            throw RefusedException.ofField("synonyms", "at most " + MOST_SYNONYMS);
        }
        return synonyms;
    }

    TopicView stored() {
        return new TopicView(view(), version);
    }

    UUID id() {
        return id;
    }

    ListedTopicView view() {
        return new ListedTopicView(id, name, synonyms.isEmpty() ? List.of() : Arrays.asList(synonyms.split("\n")));
    }
}

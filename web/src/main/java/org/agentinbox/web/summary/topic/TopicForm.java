package org.agentinbox.web.summary.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.agentinbox.summary.api.ListedTopicView;

/** What the dialog for a new or a known topic holds while it is filled in; synonyms a line each. */
public class TopicForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private String name;
    private String synonyms;

    TopicForm() {
        id = null;
    }

    TopicForm(ListedTopicView topic) {
        id = topic.id();
        name = topic.name();
        synonyms = String.join("\n", topic.synonyms());
    }

    UUID id() {
        return id;
    }

    List<String> list() {
        return synonyms == null ? List.of() : Arrays.asList(synonyms.split("[\\r\\n;]+"));
    }

    /** @return whether it is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return what it is called */
    public String getName() {
        return name;
    }

    /** @param name what it is called */
    public void setName(String name) {
        this.name = name;
    }

    /** @return words that mean it too, a line each */
    public String getSynonyms() {
        return synonyms;
    }

    /** @param synonyms words that mean it too, a line each or with semicolons between */
    public void setSynonyms(String synonyms) {
        this.synonyms = synonyms;
    }
}

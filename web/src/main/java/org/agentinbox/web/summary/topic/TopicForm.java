package org.agentinbox.web.summary.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.agentinbox.summary.topic.TopicView;

/** The contents of the dialog for a topic; each synonym is on a line of its own. */
public class TopicForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int version;
    private String name;
    private String synonyms;

    TopicForm() {
        id = null;
        version = 0;
    }

    TopicForm(TopicView topic) {
        id = topic.is().id();
        version = topic.version();
        name = topic.is().name();
        synonyms = String.join("\n", topic.is().synonyms());
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    List<String> list() {
        return synonyms == null ? List.of() : Arrays.asList(synonyms.split("[\\r\\n;]+"));
    }

    /** @return whether the topic is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return the synonyms, one on each line */
    public String getSynonyms() {
        return synonyms;
    }

    public void setSynonyms(String synonyms) {
        this.synonyms = synonyms;
    }
}

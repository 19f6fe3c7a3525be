package org.agentinbox.web.summary.topic;

import java.io.Serializable;

import org.agentinbox.summary.api.ListedTopicView;

/** A row of the table of topics. */
public class TopicRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ListedTopicView topic;

    TopicRow(ListedTopicView topic) {
        this.topic = topic;
    }

    ListedTopicView topic() {
        return topic;
    }

    public String getId() {
        return topic.id().toString();
    }

    public String getName() {
        return topic.name();
    }

    public String getSynonyms() {
        return String.join(", ", topic.synonyms());
    }
}

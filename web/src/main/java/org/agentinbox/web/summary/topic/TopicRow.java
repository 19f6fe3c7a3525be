package org.agentinbox.web.summary.topic;

import java.io.Serializable;

import org.agentinbox.summary.api.ListedTopicView;

/** A line of the table of topics. */
public class TopicRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ListedTopicView topic;

    TopicRow(ListedTopicView topic) {
        this.topic = topic;
    }

    ListedTopicView topic() {
        return topic;
    }

    /** @return the topic's id */
    public String getId() {
        return topic.id().toString();
    }

    /** @return what it is called */
    public String getName() {
        return topic.name();
    }

    /** @return words that mean it too */
    public String getSynonyms() {
        return String.join(", ", topic.synonyms());
    }
}

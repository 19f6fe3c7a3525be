package org.agentinbox.web.summary.topic;

import java.io.Serializable;

import org.agentinbox.summary.topic.TopicView;

/** A row of the table of topics. */
public class TopicRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TopicView topic;

    TopicRow(TopicView topic) {
        this.topic = topic;
    }

    TopicView topic() {
        return topic;
    }

    public String getId() {
        return topic.is().id().toString();
    }

    public String getName() {
        return topic.is().name();
    }

    public String getSynonyms() {
        return String.join(", ", topic.is().synonyms());
    }
}

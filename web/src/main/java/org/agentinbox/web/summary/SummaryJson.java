package org.agentinbox.web.summary;

import static org.agentinbox.platform.JsonApi.JSON;

import org.agentinbox.conversation.Topic;
import org.agentinbox.summary.SummaryView;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;

/** A summary as clients get it. */
public final class SummaryJson {

    private SummaryJson() {}

    /**
     * @param summary of a chat, made anew
     * @return the frame that tells of it
     */
    public static String changed(SummaryView summary) {
        return body(JsonMessage.of("summary"), summary).toString();
    }

    /**
     * @param summary of a chat
     * @return what REST answers; {@code final} tells whether it will stay so
     */
    public static String answer(SummaryView summary) {
        return body(JsonMessage.object(), summary).with("final", summary.isFinal()).toString();
    }

    private static JsonMessage.Builder body(JsonMessage.Builder json, SummaryView summary) {
        JsonArrayBuilder topics = JSON.createArrayBuilder();
        summary.topics().stream().map(Topic::name).forEach(topics::add);
        return json.with("conversationId", summary.conversationId()).with("text", summary.text()).with("topics", topics.build())
            .with("at", summary.at()).with("statements", statements(summary)).with("model", summary.model());
    }

    private static JsonArray statements(SummaryView summary) {
        JsonArrayBuilder statements = JSON.createArrayBuilder();
        summary.statements().forEach(statement -> {
            JsonArrayBuilder seqs = JSON.createArrayBuilder();
            statement.seqs().forEach(seqs::add);
            statements
                .add(JsonMessage.object().with("kind", statement.kind()).with("text", statement.text()).with("seqs", seqs.build()).build());
        });
        return statements.build();
    }
}

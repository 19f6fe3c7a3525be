package org.agentinbox.web.summary;

import org.agentinbox.conversation.Topic;
import org.agentinbox.summary.SummaryView;
import org.agentinbox.web.platform.Frame;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;

/** A summary as clients get it. */
public final class SummaryFrames {

    private SummaryFrames() {
    }

    /**
     * @param summary of a chat, made anew
     * @return the frame that tells of it
     */
    public static String changed(SummaryView summary) {
        return body(Frame.of("summary"), summary).toString();
    }

    static Frame.Builder body(Frame.Builder json, SummaryView summary) {
        JsonArrayBuilder topics = Frame.json().createArrayBuilder();
        summary.topics().stream().map(Topic::name).forEach(topics::add);
        return json.with("conversationId", summary.conversationId()).with("text", summary.text()).with("topics", topics.build())
            .with("at", summary.at()).with("statements", statements(summary)).with("model", summary.model());
    }

    private static JsonArray statements(SummaryView summary) {
        JsonArrayBuilder statements = Frame.json().createArrayBuilder();
        summary.statements().forEach(statement -> {
            JsonArrayBuilder seqs = Frame.json().createArrayBuilder();
            statement.seqs().forEach(seqs::add);
            statements.add(Frame.object().with("kind", statement.kind()).with("text", statement.text()).with("seqs", seqs.build()).build());
        });
        return statements.build();
    }
}

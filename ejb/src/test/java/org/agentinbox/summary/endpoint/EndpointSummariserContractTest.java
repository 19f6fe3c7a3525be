package org.agentinbox.summary.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.agentinbox.summary.builtin.PersonNames;
import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.SummariserContract;
import org.agentinbox.summary.builtin.TopicMatcher;

import org.junit.jupiter.api.AfterEach;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** The one that asks an endpoint keeps the promises of all, with a model behind it that does so by half. */
class EndpointSummariserContractTest extends SummariserContract {

    private final EndpointStub stub = new EndpointStub().doing(EndpointStub.says(EndpointSummariserContractTest::carelessModel));

    @AfterEach
    void close() {
        stub.close();
    }

    @Override
    public Summariser summariser(TopicMatcher listed) {
        return new EndpointSummariser(new EndpointClient(stub.settings(Duration.ofSeconds(10), true), Clock.systemUTC()), listed,
            PersonNames.NONE);
    }

    /** Sums up each message, each twice, and mixes in what is wrong. */
    private static JsonObject carelessModel(JsonObject data) {
        JsonArrayBuilder statements = Json.createArrayBuilder();
        JsonArrayBuilder topics = Json.createArrayBuilder();
        for (JsonObject message : data.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            boolean visitor = message.getString("from").equals("visitor");
            int seq = message.getInt("seq");
            for (List<Integer> seqs : List.of(List.of(seq, seq), List.of(seq), List.<Integer>of(), List.of(seq, 99), List.of(-seq))) {
                statements
                    .add(Json.createObjectBuilder().add("kind", visitor ? "WANTS" : "ANSWERED").add("text", (visitor ? "Visitor" : "Agent")
                        + " says something about " + seq + ".").add("seqs", Json.createArrayBuilder(seqs)));
            }
            for (String word : (message.getString("text") + " Invoices unheard").split("\\s+")) {
                topics.add(Json.createObjectBuilder().add("name", word).add("seqs", Json.createArrayBuilder(List.of(seq))));
            }
        }
        return Json.createObjectBuilder().add("statements", statements).add("topics", topics).build();
    }
}

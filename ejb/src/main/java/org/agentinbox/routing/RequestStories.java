package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Puts together what was kept of a request. Works in its caller's transaction. */
@ApplicationScoped
class RequestStories {

    private static final String AGENT = "agentId";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Directory directory;

    /** In the order in which it happened; empty where nothing is known of such a request. */
    List<ToldStep> of(UUID conversationId) {
        List<ToldStep> steps = new ArrayList<>();
        rows("SELECT decided_at AS at, steps, candidates FROM routing_decision WHERE conversation_id = :id AND transferred_by IS NULL "
            + "ORDER BY id", conversationId).forEach(row -> steps.addAll(decision(row)));
        rows("SELECT offered_at AS at, agent_id, state, answered_at, unreachable_since FROM offer WHERE conversation_id = :id "
            + "AND kind = 'REQUEST' ORDER BY offered_at, id", conversationId).forEach(row -> steps.add(offer(row)));
        rows(
            "SELECT queued_at AS at, queue_position, queue_ends_at FROM chat_request WHERE conversation_id = :id AND queued_at IS NOT NULL",
            conversationId).forEach(row -> steps.add(queue(row)));
        rows("""
            SELECT c.ended_at AS at, c.end_reason, r.fallback_agent_id FROM conversation c
                LEFT JOIN chat_request r ON r.conversation_id = c.id WHERE c.id = :id AND c.state = 'MISSED'
            """, conversationId).forEach(row -> steps.add(end(row)));
        steps.sort(Comparator.comparing(ToldStep::at));
        return named(steps);
    }

    private static List<ToldStep> decision(Tuple row) {
        String steps = row.get("steps", String.class);
        return ToldStep.of(row.get("at", Instant.class), objects(steps == null ? "[]" : steps).map(RoutingStep::parse).toList(),
            objects(row.get("candidates", String.class)).map(EvaluatedCandidate::parse).toList());
    }

    private static ToldStep offer(Tuple row) {
        JsonObjectBuilder data = JSON.createObjectBuilder().add(AGENT, row.get("agent_id").toString());
        Instant answeredAt = row.get("answered_at", Instant.class);
        if (answeredAt != null) {
            data.add("answeredAt", answeredAt.toString());
        }
        boolean unreachable = OfferState.PASSED_ON.name().equals(row.get("state")) && row.get("unreachable_since") != null;
        return new ToldStep(row.get("at", Instant.class), RoutingStep.of(StepKind.OFFER, unreachable ? Verdict.UNREACHABLE
            : row.get("state"), data));
    }

    private static ToldStep queue(Tuple row) {
        return new ToldStep(row.get("at", Instant.class), RoutingStep.of(StepKind.QUEUE, "JOINED",
            JSON.createObjectBuilder().add("position", row.get("queue_position", Integer.class))
                .add("until", row.get("queue_ends_at", Instant.class).toString())));
    }

    private static ToldStep end(Tuple row) {
        UUID agent = row.get("fallback_agent_id", UUID.class);
        JsonObjectBuilder data = JSON.createObjectBuilder();
        if (agent != null) {
            data.add(AGENT, agent.toString());
        }
        String verdict = row.get("end_reason") != null ? "LEFT" : agent == null ? "TEXT" : "MEETING";
        return new ToldStep(row.get("at", Instant.class), RoutingStep.of(StepKind.FALLBACK, verdict, data));
    }

    /** The same steps with the names of agents beside their ids. */
    List<ToldStep> named(List<ToldStep> steps) {
        Map<UUID, Person> people = directory.people(agents(steps));
        return steps.stream().map(told -> {
            String id = told.step().data().getString(AGENT, null);
            Person person = id == null ? null : people.get(UUID.fromString(id));
            return person == null ? told : new ToldStep(told.at(), RoutingStep.of(told.step().kind(), told.step().verdict(),
                JSON.createObjectBuilder(told.step().data()).add("agentName", person.name())));
        }).toList();
    }

    private static Collection<UUID> agents(List<ToldStep> steps) {
        return steps.stream().map(told -> told.step().data().getString(AGENT, null)).filter(Objects::nonNull).map(UUID::fromString)
            .collect(Collectors.toSet());
    }

    private static Stream<JsonObject> objects(String array) {
        try (JsonReader reader = JSON.createReader(new StringReader(array))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID conversationId) {
        return em.createNativeQuery(sql, Tuple.class).setParameter("id", conversationId).getResultList();
    }
}

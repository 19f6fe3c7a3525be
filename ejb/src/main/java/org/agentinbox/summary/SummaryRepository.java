package org.agentinbox.summary;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.conversation.ConversationTopics;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Statement;
import org.agentinbox.summary.api.StatementKind;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.Dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Stores final summaries, each with the topics of its conversation. Works in its caller's transaction, except for {@link #turns}. */
@ApplicationScoped
class SummaryRepository {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private ConversationTopics topics;

    /**
     * Stores a final summary, unless there is one already.
     *
     * @return whether it was stored
     */
    boolean keep(UUID conversationId, Summary summary, Instant at) {
        int added = em.createNativeQuery("""
            INSERT INTO conversation_summary (conversation_id, text, statements, made_at, model)
            SELECT c.id, :text, CAST(:statements AS jsonb), :at, CAST(:model AS varchar) FROM conversation c WHERE c.id = :id AND c.state \
            = 'ENDED'
            ON CONFLICT DO NOTHING
            """).setParameter("id", conversationId).setParameter("text", summary.text())
            .setParameter("statements", json(summary.statements()))
            .setParameter("at", at).setParameter("model", summary.model()).executeUpdate();
        if (added == 1) {
            topics.replace(conversationId, summary.topics());
        }
        return added == 1;
    }

    /**
     * Replaces a final summary that the built-in method wrote.
     *
     * @return whether there was one
     */
    boolean replace(UUID conversationId, Summary summary, Instant at) {
        int replaced = em.createNativeQuery("""
            UPDATE conversation_summary SET text = :text, statements = CAST(:statements AS jsonb), made_at = :at, model = CAST(:model AS \
            varchar)
            WHERE conversation_id = :id AND model IS NULL
            """).setParameter("id", conversationId).setParameter("text", summary.text())
            .setParameter("statements", json(summary.statements()))
            .setParameter("at", at).setParameter("model", summary.model()).executeUpdate();
        if (replaced == 1) {
            topics.replace(conversationId, summary.topics());
        }
        return replaced == 1;
    }

    /**
     * The messages of a conversation; of a very long one its beginning and its end. It has a short transaction of its own where the caller
     * has none, because one that lasts while a summary is made would block a purge.
     */
    @Transactional
    List<Turn> turns(UUID conversationId) {
        List<?> rows = em.createNativeQuery("""
            SELECT m.seq, m.author_kind, m.text, m.at FROM message m WHERE m.conversation_id = :id AND m.kind = 'TEXT'
            AND (m.seq <= :first OR m.seq > (SELECT MAX(l.seq) FROM message l WHERE l.conversation_id = :id) - :last) ORDER BY m.seq
            """).setParameter("id", conversationId).setParameter("first", Dialogue.FIRST_TURNS).setParameter("last", Dialogue.LAST_TURNS)
            .getResultList();
        List<Turn> turns = new ArrayList<>(rows.size());
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            turns.add(new Turn(((Number) cells[0]).intValue(), AuthorKind.valueOf((String) cells[1]), (String) cells[2],
                instant(cells[3])));
        }
        return turns;
    }

    /** @return whether a conversation ended after an instant */
    boolean endedAfter(UUID conversationId, Instant instant) {
        return !em.createNativeQuery("SELECT CAST(id AS text) FROM conversation WHERE id = :id AND ended_at > :instant")
            .setParameter("id", conversationId).setParameter("instant", instant).getResultList().isEmpty();
    }

    /** @return the final summary, if there is one */
    Optional<SummaryView> find(UUID conversationId) {
        List<?> rows = em
            .createNativeQuery(
                "SELECT text, CAST(statements AS text), made_at, model FROM conversation_summary WHERE conversation_id = :id")
            .setParameter("id", conversationId).getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] cells = (Object[]) row;
            return new SummaryView(conversationId, (String) cells[0], statements((String) cells[1]), topics.of(conversationId),
                instant(cells[2]), true, (String) cells[3]);
        });
    }

    /** @return ended conversations without a final summary, newest first */
    List<UUID> missing(int most) {
        List<?> ids = em.createNativeQuery("""
            SELECT c.id FROM conversation c WHERE c.state = 'ENDED' AND c.agent_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM conversation_summary s WHERE s.conversation_id = c.id) ORDER BY c.ended_at DESC,
                c.id DESC LIMIT :most
            """, UUID.class).setParameter("most", most).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static Instant instant(Object cell) {
        return cell instanceof OffsetDateTime time ? time.toInstant() : (Instant) cell;
    }

    private static String json(List<Statement> statements) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Statement statement : statements) {
            JsonArrayBuilder seqs = JSON.createArrayBuilder();
            statement.seqs().forEach(seqs::add);
            array.add(JSON.createObjectBuilder().add("kind", statement.kind().name()).add("text", statement.text()).add("seqs", seqs));
        }
        return array.build().toString();
    }

    private static List<Statement> statements(String json) {
        JsonArray array;
        try (var reader = JSON.createReader(new StringReader(json))) {
            array = reader.readArray();
        }
        return array.getValuesAs(JsonObject.class).stream().map(s -> new Statement(StatementKind.valueOf(s.getString("kind")),
            s.getString("text"),
            s.getJsonArray("seqs").getValuesAs(JsonNumber.class).stream().map(JsonNumber::intValue).toList())).toList();
    }
}

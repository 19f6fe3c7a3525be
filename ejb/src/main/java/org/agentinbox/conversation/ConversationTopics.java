package org.agentinbox.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

/** The topics of conversations, by which they are found and counted. The features that detect topics in a conversation store them here. */
@ApplicationScoped
public class ConversationTopics {

    /** The longest name, in characters; the rest is cut off. */
    private static final int LONGEST = 100;
    /** The seed 12 keeps this advisory lock apart from others that are derived from the same id. */
    private static final String LOCK = "SELECT CAST(pg_advisory_xact_lock(hashtextextended(CAST(c.id AS text), 12)) AS text) FROM "
        + "conversation c WHERE c.id = :id";
    private static final String INSERT = "INSERT INTO conversation_topic (conversation_id, place, name, seqs) "
        + "VALUES (:id, :place, :name, CAST(:seqs AS integer[])) ON CONFLICT DO NOTHING";

    @PersistenceContext
    private EntityManager em;

    /**
     * Replaces the topics of a conversation. Concurrent calls for the same conversation wait for each other. Nothing happens where the
     * conversation is gone. Of names that differ only by letter case, the first is kept.
     *
     * @param topics best first
     */
    @Transactional
    public void replace(UUID conversationId, List<Topic> topics) {
        if (em.createNativeQuery(LOCK).setParameter("id", conversationId).getResultList().isEmpty()) {
            return;
        }
        em.createNativeQuery("DELETE FROM conversation_topic WHERE conversation_id = :id").setParameter("id", conversationId)
            .executeUpdate();
        for (int place = 0; place < topics.size(); place++) {
            Topic topic = topics.get(place);
            String name = topic.name().length() > LONGEST ? topic.name().substring(0, LONGEST) : topic.name();
            em.createNativeQuery(INSERT).setParameter("id", conversationId).setParameter("place", place).setParameter("name", name)
                .setParameter("seqs", topic.seqs().toString().replace('[', '{').replace(']', '}')).executeUpdate();
        }
    }

    /** @return the topics of a conversation, best first */
    @SuppressWarnings("unchecked")
    public List<Topic> of(UUID conversationId) {
        List<Tuple> rows = em.createNativeQuery("SELECT name, array_to_string(seqs, ',') AS seqs FROM conversation_topic "
            + "WHERE conversation_id = :id ORDER BY place", Tuple.class).setParameter("id", conversationId).getResultList();
        return rows.stream().map(row -> new Topic(row.get("name", String.class), numbers(row.get("seqs", String.class)))).toList();
    }

    private static List<Integer> numbers(String seqs) {
        return seqs.isEmpty() ? List.of() : Arrays.stream(seqs.split(",")).map(Integer::valueOf).toList();
    }
}

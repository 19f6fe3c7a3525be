package org.agentinbox.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.PageCursor;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** The stored activities. Works in its caller's transaction. */
@ApplicationScoped
class ActivityRepository {

    @PersistenceContext
    private EntityManager em;

    /** An activity that can happen only once in a conversation is not recorded a second time. */
    void add(UUID visitorId, ActivityType type, Instant at, UUID conversationId, String detail) {
        em.createNativeQuery("""
            INSERT INTO activity (id, visitor_id, type, at, conversation_id, detail) VALUES (:id, :visitor, :type, :at, :conversation, \
            :detail)
            ON CONFLICT DO NOTHING
            """)
            .setParameter("id", Ids.next(at)).setParameter("visitor", visitorId).setParameter("type", type.name()).setParameter("at", at)
            .setParameter("conversation", new TypedParameterValue<>(StandardBasicTypes.UUID, conversationId))
            .setParameter("detail", new TypedParameterValue<>(StandardBasicTypes.STRING, detail))
            .executeUpdate();
    }

    /**
     * The activities of some visitors after an instant, newest first, beginning after the cursor, or with the newest where it is null. Of
     * each visitor at most {@code limit} rows are read, in the order of the index.
     */
    List<ActivityView> latest(List<UUID> visitors, Instant since, PageCursor after, int limit) {
        Query query = em.createNativeQuery("SELECT a.* FROM unnest(CAST(:visitors AS uuid[])) v (id) CROSS JOIN LATERAL ("
            + "SELECT id, type, at, detail, conversation_id FROM activity WHERE visitor_id = v.id AND at > :since "
            + (after == null ? "" : "AND (at, id) < (:at, :id) ")
            + "ORDER BY at DESC, id DESC LIMIT :most) a ORDER BY a.at DESC, a.id DESC", Tuple.class);
        query.setParameter("visitors", visitors.toArray(UUID[]::new)).setParameter("since", since).setParameter("most", limit);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.setMaxResults(limit).getResultList();
        return rows.stream().map(row -> new ActivityView(row.get("id", UUID.class), ActivityType.valueOf(row.get("type", String.class)),
            row.get("at", Instant.class), row.get("detail", String.class), row.get("conversation_id", UUID.class))).toList();
    }

    /** Records the activities that follow from the stored conversations. */
    void addPast() {
        em.createNativeQuery("SELECT CAST(record_past_activities() AS text)").getSingleResult();
    }
}

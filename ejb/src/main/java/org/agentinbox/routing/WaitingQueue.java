package org.agentinbox.routing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.entry.EntryView;
import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/**
 * The visitors who wait for an agent, first come, first served within an entry. In the queue is whose chat waits, was queued, and is not
 * offered to anybody at the moment. Works in its caller's transaction.
 */
@ApplicationScoped
class WaitingQueue {

    private static final String WAITING = """
        FROM chat_request r JOIN conversation c ON c.id = r.conversation_id
        WHERE r.queued_at IS NOT NULL AND c.state = 'WAITING'
            AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = c.id AND o.state = 'PENDING')
        """;
    /** Of those who got an agent within the last hour after waiting: how long one place took. Fewer than three tell nothing. */
    private static final String PER_PLACE = """
        SELECT r.entry_key, extract(epoch FROM avg((c.accepted_at - r.queued_at) / r.queue_position))
        FROM chat_request r JOIN conversation c ON c.id = r.conversation_id
        WHERE r.queued_at > :day AND c.accepted_at > :hour GROUP BY r.entry_key HAVING count(*) >= 3
        """;
    private static final String PLACES = "WITH pace (entry_key, seconds) AS (" + PER_PLACE + """
        ), place AS (
            SELECT r.conversation_id, c.visitor_id, r.entry_key,
                row_number() OVER (PARTITION BY r.entry_key ORDER BY r.queued_at, r.conversation_id) AS position
        """ + WAITING + """
        )
        SELECT place.conversation_id, place.visitor_id, place.position, place.position * pace.seconds AS seconds
        FROM place LEFT JOIN pace ON pace.entry_key = place.entry_key
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private Event<ChatQueued> queued;

    /** Puts a request at the end of its entry's queue; one that was in it before keeps its place. */
    void join(ChatRequest request, EntryView entry) {
        boolean isNew = request.queuedAt() == null;
        request.queue(clock.instant(), Routing.longestWait(entry), others(request) + 1);
        em.flush();
        if (isNew) {
            deadlines.set(QueueEnd.KIND, request.conversationId(), request.queueEndsAt());
        }
        queued.fire(new ChatQueued(place(request.conversationId())));
    }

    /** Whether others wait already by the same entry. */
    boolean hasOthers(ChatRequest request) {
        return others(request) > 0;
    }

    private int others(ChatRequest request) {
        return ((Number) em.createNativeQuery("SELECT count(*) " + WAITING + " AND r.entry_key = :entry AND c.id <> :id")
            .setParameter("entry", request.entryKey()).setParameter("id", request.conversationId()).getSingleResult()).intValue();
    }

    /** How many wait, by entry; an entry for which nobody waits is missing. */
    @SuppressWarnings("unchecked")
    Map<String, Integer> lengths() {
        List<Object[]> rows = em.createNativeQuery("SELECT r.entry_key, count(*) " + WAITING + " GROUP BY r.entry_key").getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
    }

    boolean isEmpty() {
        return em.createNativeQuery("SELECT 1 " + WAITING + " LIMIT 1").getResultList().isEmpty();
    }

    /** The chats that wait, of all entries, the one that waits longest first. */
    @SuppressWarnings("unchecked")
    List<UUID> inOrder() {
        return em.createNativeQuery("SELECT c.id " + WAITING + " ORDER BY r.queued_at, c.id", UUID.class).getResultList();
    }

    boolean contains(UUID conversationId) {
        return !em.createNativeQuery("SELECT 1 " + WAITING + " AND c.id = :id").setParameter("id", conversationId).getResultList()
            .isEmpty();
    }

    /** The places of all who wait. */
    List<QueuePlace> places() {
        return places("");
    }

    private QueuePlace place(UUID conversationId) {
        return places(" WHERE place.conversation_id = :id", conversationId).get(0);
    }

    @SuppressWarnings("unchecked")
    private List<QueuePlace> places(String condition, UUID... id) {
        var query = em.createNativeQuery(PLACES + condition, Tuple.class).setParameter("day", clock.instant().minusSeconds(86_400))
            .setParameter("hour", clock.instant().minusSeconds(3_600));
        for (UUID one : id) {
            query.setParameter("id", one);
        }
        return ((List<Tuple>) query.getResultList()).stream().map(WaitingQueue::place).toList();
    }

    private static QueuePlace place(Tuple row) {
        Number seconds = row.get("seconds", Number.class);
        return new QueuePlace(row.get("conversation_id", UUID.class), row.get("visitor_id", UUID.class),
            row.get("position", Number.class).intValue(), seconds == null ? null : (int) Math.ceil(seconds.doubleValue()));
    }
}

package org.agentinbox.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.conversation.Page;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/**
 * Counts chats by topic and by the time of their request, from what is stored now, including chats that are not over. Topics are compared
 * without regard to letter case. Works in its caller's transaction.
 */
@ApplicationScoped
class TopicCounts {

    private static final String RANGE = " c.requested_at >= :start AND c.requested_at < :end";
    /** Chats are grouped by name first and names are put into lower case afterwards, because that costs more than counting. */
    private static final String COUNTED = "SELECT t.name, count(*) FILTER (WHERE c.requested_at >= :middle) AS chats, "
        + "count(*) FILTER (WHERE c.requested_at < :middle) AS before FROM conversation c JOIN conversation_topic t ON t.conversation_id "
        + "= c.id WHERE"
        + RANGE;
    private static final String RANKED = "SELECT COALESCE(l.name, f.name) AS name, l.name IS NOT NULL AS listed, f.chats, f.before "
        + "FROM (SELECT lower(n.name) AS key, min(n.name) AS name, CAST(sum(n.chats) AS bigint) AS chats, CAST(sum(n.before) AS bigint) "
        + "AS before "
        + "FROM (%s GROUP BY t.name) n GROUP BY lower(n.name) HAVING sum(n.chats) > 0) f LEFT JOIN listed_topic l ON lower(l.name) = f.key "
        + "WHERE f.chats >= :least OR l.name IS NOT NULL ORDER BY f.chats DESC, f.key LIMIT " + TopicCounts.MOST;
    private static final String ABOUT = " FROM conversation_topic t JOIN conversation c ON c.id = t.conversation_id ";
    private static final String TOPIC = "WHERE lower(t.name) = lower(:topic) AND" + RANGE;

    /** The most topics that are returned. */
    static final int MOST = 10_000;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Directory people;
    @Inject
    private Visitors visitors;

    /**
     * @param withBefore whether nothing of the range before was purged
     * @param least in how many chats of the range a topic must occur that is not on the administrators' list
     * @return the most frequent ones first
     */
    List<TopicCount> ranked(DateRange range, boolean withBefore, AgentFilter whose, ZoneId zone, int least) {
        Query query = em.createNativeQuery(RANKED.formatted(COUNTED + of(whose)), Tuple.class);
        query.setParameter("start", (withBefore ? range.before() : range).start(zone)).setParameter("middle", range.start(zone))
            .setParameter("end", range.end(zone))
            .setParameter("least", least);
        return rows(query, whose).stream().map(row -> new TopicCount(row.get("name", String.class), row.get("listed", Boolean.class),
            row.get("chats", Long.class), withBefore ? row.get("before", Long.class) : null)).toList();
    }

    /** The number of chats of each day; days without any have 0. */
    Map<LocalDate, Long> perDay(String topic, DateRange range, AgentFilter whose, ZoneId zone) {
        Query query = em
            .createNativeQuery("SELECT width_bucket(c.requested_at, CAST(:starts AS timestamptz[])) AS number, count(*) AS chats"
                + ABOUT + TOPIC + of(whose) + " GROUP BY 1", Tuple.class);
        of(query, topic, range, zone).setParameter("starts", DayBounds.of(range, zone).starts());
        Map<LocalDate, Long> chats = new TreeMap<>();
        range.days().forEach(day -> chats.put(day, 0L));
        rows(query, whose)
            .forEach(row -> chats.put(range.from().plusDays(row.get("number", Integer.class) - 1L), row.get("chats", Long.class)));
        return chats;
    }

    /**
     * @param before the last id of the page before, or null; the order of ids is that of time
     * @return a page, newest first
     */
    Page<TopicChat> chats(String topic, DateRange range, AgentFilter whose, ZoneId zone, UUID before, int limit) {
        Query query = em.createNativeQuery("SELECT c.id, c.visitor_id, c.agent_id, c.requested_at, s.text" + ABOUT
            + "LEFT JOIN conversation_summary s ON s.conversation_id = c.id " + TOPIC + of(whose)
            + (before == null ? "" : " AND t.conversation_id < :before") + " ORDER BY t.conversation_id DESC LIMIT :most", Tuple.class);
        of(query, topic, range, zone).setParameter("most", limit + 1);
        if (before != null) {
            query.setParameter("before", before);
        }
        List<Tuple> rows = rows(query, whose);
        boolean more = rows.size() > limit;
        List<Tuple> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(named(shown), more ? shown.get(limit - 1).get("id", UUID.class).toString() : null);
    }

    private List<TopicChat> named(List<Tuple> rows) {
        Map<UUID, VisitorView> who = visitors
            .views(rows.stream().map(row -> row.get("visitor_id", UUID.class)).collect(Collectors.toSet()));
        Map<UUID, Person> agents = new HashMap<>(
            people.people(rows.stream().map(row -> row.get("agent_id", UUID.class)).filter(Objects::nonNull)
                .collect(Collectors.toSet())));
        return rows.stream().map(row -> {
            Person agent = agents.get(row.get("agent_id", UUID.class));
            return new TopicChat(row.get("id", UUID.class), name(who.get(row.get("visitor_id", UUID.class))),
                agent == null ? null : agent.name(),
                row.get("requested_at", Instant.class), row.get("text", String.class));
        }).toList();
    }

    private static String name(VisitorView visitor) {
        return visitor == null ? null : visitor.shownName() == null ? visitor.email() : visitor.shownName();
    }

    private static Query of(Query query, String topic, DateRange range, ZoneId zone) {
        return query.setParameter("topic", topic).setParameter("start", range.start(zone)).setParameter("end", range.end(zone));
    }

    private static String of(AgentFilter whose) {
        return whose.isEverybody() ? ""
            : " AND EXISTS (SELECT FROM conversation_agent a WHERE a.conversation_id = c.id AND " + whose.matches("a.agent_id") + ")";
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query, AgentFilter whose) {
        return whose.bind(query).getResultList();
    }
}

package org.agentinbox.now;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.platform.Settings;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.Teams;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Reads what goes on, at most once a second for all who look. Works in its caller's transaction. */
@ApplicationScoped
class Snapshots {

    /** A little less than the second in which pages ask, so that each of their questions gets something new. */
    private static final Duration FRESH = Duration.ofMillis(900);

    private static final String AGENTS = """
        SELECT a.account_id AS id, p.display_name AS name, a.override_at, l.since AS lost_at, COALESCE(n.chats, 0) AS chats
        FROM agent a JOIN account p ON p.id = a.account_id
        LEFT JOIN (SELECT l.agent_id, min(l.since) AS since FROM lost_agent l JOIN conversation c ON c.id = l.conversation_id
            WHERE c.state = 'ACTIVE' AND c.agent_id = l.agent_id GROUP BY l.agent_id) l ON l.agent_id = a.account_id
        LEFT JOIN (SELECT agent_id, count(*) AS chats FROM (SELECT agent_id FROM conversation WHERE state = 'ACTIVE'
            UNION ALL SELECT agent_id FROM offer WHERE state = 'PENDING') held GROUP BY agent_id) n ON n.agent_id = a.account_id
        """;
    /** The place is that of routing's queue: whoever is offered to somebody is not in it at the moment. */
    private static final String WAITING = """
        SELECT c.id, c.visitor_id, e.name AS entry, r.team_id, c.requested_at, o.agent_id, p.display_name AS agent,
            CASE WHEN r.queued_at IS NOT NULL AND o.id IS NULL THEN row_number() OVER (
                PARTITION BY r.entry_key, r.queued_at IS NOT NULL AND o.id IS NULL ORDER BY r.queued_at, c.id) END AS place
        FROM conversation c LEFT JOIN chat_request r ON r.conversation_id = c.id LEFT JOIN entry e ON e.key = r.entry_key
        LEFT JOIN offer o ON o.conversation_id = c.id AND o.state = 'PENDING' LEFT JOIN account p ON p.id = o.agent_id
        WHERE c.state = 'WAITING' ORDER BY c.requested_at, c.id
        """;
    private static final String CHATS = """
        SELECT c.id, c.visitor_id, c.agent_id, p.display_name AS agent, e.name AS entry, c.accepted_at, u.at AS unanswered
        FROM conversation c JOIN account p ON p.id = c.agent_id
        LEFT JOIN chat_request r ON r.conversation_id = c.id LEFT JOIN entry e ON e.key = r.entry_key
        LEFT JOIN LATERAL (SELECT m.at FROM message m WHERE m.conversation_id = c.id AND m.author_kind = 'VISITOR' AND m.seq > COALESCE(
            (SELECT a.seq FROM message a WHERE a.conversation_id = c.id AND a.author_kind = 'AGENT' ORDER BY a.seq DESC LIMIT 1), 0)
            ORDER BY m.seq LIMIT 1) u ON true
        WHERE c.state = 'ACTIVE'
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Candidates candidates;
    @Inject
    private Teams teams;
    @Inject
    private Visitors visitors;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    private Snapshot last;
    private long readAtNanos;

    /** One reader at a time: whoever comes meanwhile gets what that one reads. */
    synchronized Snapshot present() {
        if (last == null || System.nanoTime() - readAtNanos > FRESH.toNanos()) {
            last = read();
            readAtNanos = System.nanoTime();
        }
        return last;
    }

    private Snapshot read() {
        List<TeamView> all = teams.all();
        List<Tuple> waiting = rows(WAITING);
        List<Tuple> chats = rows(CHATS);
        Set<UUID> ids = new HashSet<>();
        waiting.forEach(row -> ids.add(row.get("visitor_id", UUID.class)));
        chats.forEach(row -> ids.add(row.get("visitor_id", UUID.class)));
        Map<UUID, VisitorView> who = visitors.views(ids);
        return new Snapshot(clock.instant(), all, agents(all), waiting.stream().map(row -> waiting(row, who)).toList(),
            chats.stream().map(row -> chat(row, who)).sorted(NowChat.LONGEST_WAIT).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql) {
        return em.createNativeQuery(sql, Tuple.class).getResultList();
    }

    private List<NowAgent> agents(List<TeamView> all) {
        Map<UUID, Tuple> rows = rows(AGENTS).stream().collect(Collectors.toMap(row -> row.get("id", UUID.class), Function.identity()));
        Map<UUID, List<UUID>> membership = membership(all);
        Collection<Candidate> agents = candidates.all();
        return agents.stream().filter(agent -> rows.containsKey(agent.agentId()))
            .map(agent -> agent(agent, rows.get(agent.agentId()), membership.getOrDefault(agent.agentId(), List.of())))
            .sorted(Comparator.comparing(NowAgent::name, String.CASE_INSENSITIVE_ORDER).thenComparing(NowAgent::id)).toList();
    }

    private static Map<UUID, List<UUID>> membership(List<TeamView> all) {
        Map<UUID, List<UUID>> teams = new HashMap<>();
        all.stream().sorted(Comparator.comparing(TeamView::id)).forEach(team -> team.members()
            .forEach(member -> teams.computeIfAbsent(member, id -> new ArrayList<>()).add(team.id())));
        return teams;
    }

    private NowAgent agent(Candidate agent, Tuple row, List<UUID> ofTeams) {
        Instant lostAt = row.get("lost_at", Instant.class);
        AgentState state = AgentState.of(agent.available(), agent.reachable(), lostAt != null);
        return new NowAgent(agent.agentId(), row.get("name", String.class), ofTeams, state,
            Since.of(state, agent.availability().source(), row.get("override_at", Instant.class), lostAt), agent.availability(),
            row.get("chats", Number.class).intValue(), agent.ownLimit() == null ? settings.chatsPerAgent() : agent.ownLimit());
    }

    private static NowWaiting waiting(Tuple row, Map<UUID, VisitorView> who) {
        Number place = row.get("place", Number.class);
        return new NowWaiting(row.get("id", UUID.class), name(row, who), row.get("entry", String.class), row.get("team_id", UUID.class),
            place == null ? null : Integer.valueOf(place.intValue()), row.get("requested_at", Instant.class),
            row.get("agent_id", UUID.class), row.get("agent", String.class));
    }

    private static NowChat chat(Tuple row, Map<UUID, VisitorView> who) {
        return new NowChat(row.get("id", UUID.class), name(row, who), row.get("agent_id", UUID.class), row.get("agent", String.class),
            row.get("entry", String.class), row.get("accepted_at", Instant.class), row.get("unanswered", Instant.class));
    }

    private static String name(Tuple row, Map<UUID, VisitorView> who) {
        VisitorView visitor = who.get(row.get("visitor_id", UUID.class));
        return visitor == null ? null : visitor.shownName() == null ? visitor.email() : visitor.shownName();
    }
}

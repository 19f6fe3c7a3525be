package org.agentinbox.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Administrators;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.availability.Presence;
import org.agentinbox.conversation.ChatClosed;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.Teams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Which pages watch which chats. Works in its caller's transaction. */
@ApplicationScoped
class Watches {

    private static final String ALIVE = """
        SELECT w.conversation_id, w.connection_id, k.agent_id AS watcher_id, c.agent_id, r.team_id FROM chat_watch w
            JOIN agent_connection k ON k.id = w.connection_id AND k.seen_at > CAST(:since AS timestamptz)
            JOIN conversation c ON c.id = w.conversation_id AND c.state IN ('WAITING', 'ACTIVE')
            LEFT JOIN chat_request r ON r.conversation_id = c.id
        WHERE %s ORDER BY w.since
        """;
    private static final String KNOWN = "SELECT 1 FROM chat_watch w JOIN agent_connection k ON k.id = w.connection_id "
        + "WHERE w.conversation_id = :chat AND k.agent_id = :watcher";
    private static final String BEGIN = "INSERT INTO chat_watch (connection_id, conversation_id, since) SELECT k.id, :chat, :now "
        + "FROM agent_connection k WHERE k.id = :connection AND k.agent_id = :watcher ON CONFLICT DO NOTHING";
    private static final String END = "DELETE FROM chat_watch WHERE conversation_id = :chat AND connection_id IN "
        + "(SELECT id FROM agent_connection WHERE agent_id = :watcher AND (CAST(:connection AS uuid) IS NULL OR id = :connection))";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Teams teams;
    @Inject
    private Administrators administrators;
    @Inject
    private Directory directory;

    /** Whether this person did not watch the chat before, on any page. A connection of somebody else is ignored. */
    boolean begin(UUID conversationId, UUID watcherId, UUID connectionId) {
        boolean known = !em.createNativeQuery(KNOWN).setParameter("chat", conversationId).setParameter("watcher", watcherId)
            .getResultList().isEmpty();
        em.createNativeQuery(BEGIN).setParameter("chat", conversationId).setParameter("watcher", watcherId)
            .setParameter("connection", connectionId).setParameter("now", clock.instant()).executeUpdate();
        return !known;
    }

    /** @param connectionOrNull only the watch of this page; null for all of this person */
    void end(UUID conversationId, UUID watcherId, UUID connectionOrNull) {
        em.createNativeQuery(END).setParameter("chat", conversationId).setParameter("watcher", watcherId)
            .setParameter("connection", connectionOrNull).executeUpdate();
    }

    void chatClosed(@Observes ChatClosed chat) {
        em.createNativeQuery("DELETE FROM chat_watch WHERE conversation_id = :id").setParameter("id", chat.conversationId())
            .executeUpdate();
    }

    /** All watches of pages that are alive, by people who may watch these chats now. */
    List<WatchView> all() {
        return allowed(rows("true", Map.of()));
    }

    /** The same of one chat. */
    List<WatchView> of(UUID conversationId) {
        return allowed(rows("w.conversation_id = :chat", Map.of("chat", conversationId)));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String which, Map<String, Object> parameters) {
        var query = em.createNativeQuery(ALIVE.formatted(which), Tuple.class).setParameter("since",
            clock.instant().minus(Presence.REACHABLE_FOR));
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private List<WatchView> allowed(List<Tuple> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<UUID> watchers = rows.stream().map(row -> row.get("watcher_id", UUID.class)).collect(Collectors.toSet());
        Set<UUID> admins = administrators.salesAdminsAmong(watchers);
        List<TeamView> led = teams.led();
        Map<UUID, Person> people = directory.people(watchers);
        List<WatchView> found = new ArrayList<>();
        for (Tuple row : rows) {
            UUID watcher = row.get("watcher_id", UUID.class);
            UUID agent = row.get("agent_id", UUID.class);
            UUID team = row.get("team_id", UUID.class);
            if (new Supervisor(watcher, admins.contains(watcher), led).supervises(agent, team)) {
                Set<UUID> leads = led.stream().map(TeamView::leadId)
                    .filter(lead -> new Supervisor(lead, false, led).supervises(agent, team))
                    .collect(Collectors.toSet());
                found.add(new WatchView(row.get("conversation_id", UUID.class), agent, row.get("connection_id", UUID.class),
                    people.get(watcher), leads));
            }
        }
        return found;
    }
}

package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.dayoff.StoredDaysOff;
import org.agentinbox.dayoff.TeamMembers;
import org.agentinbox.hours.Block;
import org.agentinbox.hours.DaysOff;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.StoredBlock;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/**
 * The agents, for routing. Their rows are read at each call, from the database as it is then; what follows from them is computed again
 * only where it does not hold any more ({@link KnownAvailability}). Works in its caller's transaction.
 */
@ApplicationScoped
public class Candidates {

    private static final String BY_OPEN_INBOX = "EXISTS (SELECT FROM agent_connection c WHERE c.agent_id = a.account_id AND c.seen_at > "
        + ":since)";
    /** Of hours and days off only what tells whether they are those that were read before: the rows' hashes, in any order. */
    private static final String ROWS = """
        SELECT a.account_id, a.number, a.own_limit, (%s), a.time_zone, a.override_available, a.override_at, a.override_automatic,
            (SELECT coalesce(bit_xor(hash_record_extended(b, 0)), 0) FROM agent_block b WHERE b.agent_id = a.account_id),
            (SELECT coalesce(bit_xor(hash_record_extended(d, 0)), 0) FROM day_off d WHERE d.account_id = a.account_id)
                # (SELECT coalesce(bit_xor(hash_record_extended(d, 0)), 0) FROM day_off d WHERE d.scope = 'TEAM' AND d.team_id IN (%s)),
            (SELECT coalesce(bit_xor(hash_record_extended(d, 0)), 0) FROM day_off d WHERE d.scope = 'SITE')
        FROM (SELECT * FROM agent WHERE %s) a
        """;
    private static final String ALL = "takes_chats ORDER BY number";
    private static final String ONE = "account_id = :id";
    private static final String SOME = "account_id IN :ids";
    private static final String IN_TURN = "takes_chats AND (number <= :last, number) > (:again, :from) "
        + "ORDER BY number <= :last, number LIMIT :most";
    private static final String SOME_IN_TURN = SOME + " AND " + IN_TURN;

    private static final Comparator<StoredAvailability> BY_NUMBER = Comparator.comparingInt(StoredAvailability::number);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private AgentSchedules schedules;
    @Inject
    private StoredDaysOff daysOff;
    @Inject
    private KnownAvailability known;
    @Inject
    private TeamMembers teams;
    @Inject
    @Any
    private Instance<Reachability> otherWays;
    /** The condition that holds for agents who can be reached, in any way. */
    private String reachable;

    @PostConstruct
    void gather() {
        reachable = Stream.concat(Stream.of(BY_OPEN_INBOX), otherWays.stream().map(way -> way.condition("a.account_id")))
            .collect(Collectors.joining(" OR "));
    }

    /** @return all agents who take chats, by their number */
    public List<Candidate> all() {
        return read(ALL, query -> {}, BY_NUMBER);
    }

    /** @return the accounts of all agents who take chats */
    public Set<UUID> takingChats() {
        return Set.copyOf(em.createQuery("SELECT a.accountId FROM Agent a WHERE a.takesChats", UUID.class).getResultList());
    }

    /** @return whom an offer can reach now, available or not: they have a page open, or another way to be told */
    public Set<UUID> reachable() {
        return Set.copyOf(reachable("true"));
    }

    /**
     * @param agentId of whom
     * @return whether an offer can reach them now
     */
    public boolean isReachable(UUID agentId) {
        return reachable(":id = a.account_id", agentId).contains(agentId);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> reachable(String which, UUID... agent) {
        Query query = em.createNativeQuery("SELECT a.account_id FROM agent a WHERE " + which + " AND (" + reachable + ")", UUID.class)
            .setParameter("since", clock.instant().minus(Presence.REACHABLE_FOR));
        Arrays.stream(agent).forEach(id -> query.setParameter("id", id));
        return query.getResultList();
    }

    /**
     * Some agents in the order of their turns: the numbers after the last one first.
     *
     * @param amongOrNull of whom; null for all who take chats
     * @param last the number of the agent who had the last turn
     * @param afterOrNull after whom the wanted ones come in that order; null for the first ones
     * @param most how many are wanted
     * @return fewer where there are no more
     */
    public List<Candidate> inTurn(Set<UUID> amongOrNull, int last, Candidate afterOrNull, int most) {
        if (amongOrNull != null && amongOrNull.isEmpty()) {
            return List.of();
        }
        int from = afterOrNull == null ? last : afterOrNull.number();
        return read(amongOrNull == null ? IN_TURN : SOME_IN_TURN, query -> {
            query.setParameter("last", last).setParameter("most", most).setParameter("from", from)
                .setParameter("again", afterOrNull != null && from <= last);
            if (amongOrNull != null) {
                query.setParameter("ids", amongOrNull);
            }
        }, Comparator.<StoredAvailability, Boolean>comparing(agent -> agent.number() <= last)
            .thenComparingInt(StoredAvailability::number));
    }

    /** @return the first instant after now at which some agent becomes available, if nothing is changed; empty where there is none */
    public Optional<Instant> nextBegin() {
        Instant now = clock.instant();
        List<Agent> agents = em.createQuery("SELECT a FROM Agent a LEFT JOIN FETCH a.blocks WHERE a.takesChats ORDER BY a.number",
            Agent.class).getResultList();
        Function<Agent, Schedule> schedule = schedules.of(agents, now);
        return agents.stream().flatMap(agent -> agent.beginsAfter(schedule.apply(agent), now).stream()).min(Instant::compareTo);
    }

    /**
     * Locks an agent until the transaction ends, so that nobody else gives them a chat and they cannot switch.
     *
     * @param agentId whom to lock
     * @return the agent as of now; empty where there is none, or they take no chats any more
     */
    public Optional<Candidate> lock(UUID agentId) {
        List<?> takesChats = em.createNativeQuery("SELECT takes_chats FROM agent WHERE account_id = :id FOR UPDATE", Boolean.class)
            .setParameter("id", agentId).getResultList();
        // Another statement, since one that waited for the lock may have seen the rest as it was before.
        return takesChats.contains(true) ? read(ONE, query -> query.setParameter("id", agentId), BY_NUMBER).stream().findFirst()
            : Optional.empty();
    }

    /**
     * @param agentId of whom
     * @return whether they are available now by their hours and their switch
     */
    public boolean isAvailable(UUID agentId) {
        Agent agent = em.find(Agent.class, agentId);
        Instant now = clock.instant();
        return agent.view(schedules.of(agent, now), now).available();
    }

    private List<Candidate> read(String which, Consumer<Query> parameters, Comparator<StoredAvailability> order) {
        List<StoredAvailability> agents = rows(which, parameters);
        Instant now = clock.instant();
        Map<UUID, AvailabilityView> views = new HashMap<>();
        List<StoredAvailability> unknown = new ArrayList<>();
        agents.forEach(agent -> known.of(agent, now).ifPresentOrElse(view -> views.put(agent.agentId(), view), () -> unknown.add(agent)));
        if (!unknown.isEmpty()) {
            views.putAll(compute(unknown, now));
        }
        return agents.stream().sorted(order).map(agent -> agent.candidate(views.get(agent.agentId()))).toList();
    }

    /** What is computed is kept only of agents of whom the same is stored after it was read as before. */
    private Map<UUID, AvailabilityView> compute(List<StoredAvailability> agents, Instant now) {
        List<UUID> ids = agents.stream().map(StoredAvailability::agentId).toList();
        Map<UUID, List<Block>> blocks = em.createQuery("SELECT a.accountId, b FROM Agent a JOIN a.blocks b WHERE a.accountId IN :ids",
            Object[].class).setParameter("ids", ids).getResultStream().collect(Collectors.groupingBy(row -> (UUID) row[0],
                Collectors.mapping(row -> ((StoredBlock) row[1]).block(), Collectors.toList())));
        Instant earliest = agents.stream().map(agent -> agent.basis().hoursCountFrom(now)).min(Instant::compareTo).orElse(now);
        Function<UUID, DaysOff> off = daysOff.current(ids, earliest);
        Map<UUID, StoredAvailability.Basis> after = rows(SOME, query -> query.setParameter("ids", ids)).stream()
            .collect(Collectors.toMap(StoredAvailability::agentId, StoredAvailability::basis));
        Map<UUID, AvailabilityView> views = new HashMap<>();
        for (StoredAvailability agent : agents) {
            Schedule schedule = new Schedule(ZoneId.of(agent.basis().zone()), blocks.getOrDefault(agent.agentId(), List.of()),
                off.apply(agent.agentId()));
            Availability availability = Availability.at(schedule, agent.basis().override(), now);
            views.put(agent.agentId(), AvailabilityView.of(agent.agentId(), availability));
            if (agent.basis().equals(after.get(agent.agentId()))) {
                known.keep(agent, availability, availability.changes(schedule, now), now);
            }
        }
        return views;
    }

    @SuppressWarnings("unchecked")
    private List<StoredAvailability> rows(String which, Consumer<Query> parameters) {
        Query query = em.createNativeQuery(ROWS.formatted(reachable, teams.idsOfAccount("a.account_id"), which)).setParameter("since",
            clock.instant().minus(Presence.REACHABLE_FOR));
        parameters.accept(query);
        return ((List<Object[]>) query.getResultList()).stream().map(StoredAvailability::of).toList();
    }
}

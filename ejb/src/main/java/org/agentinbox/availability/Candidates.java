package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.hours.Schedule;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The agents, for routing. Works in its caller's transaction. */
@ApplicationScoped
public class Candidates {

    private static final String BY_OPEN_INBOX = "EXISTS (SELECT FROM agent_connection c WHERE c.agent_id = a.account_id AND c.seen_at > "
        + ":since)";
    /** The agents who can be reached, available or not. */
    private static final String REACHABLE = "SELECT a.account_id FROM agent a WHERE (%s)";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private AgentSchedules schedules;
    @Inject
    @Any
    private Instance<Reachability> otherWays;
    /** {@link #REACHABLE} with the conditions of all {@link Reachability} beans. */
    private String reachableSql;

    @PostConstruct
    void gather() {
        reachableSql = REACHABLE.formatted(Stream.concat(Stream.of(BY_OPEN_INBOX), otherWays.stream()
            .map(way -> way.condition("a.account_id")))
            .collect(Collectors.joining(" OR ")));
    }

    /** @return all agents who take chats, by their number */
    public List<Candidate> all() {
        Set<UUID> reachable = reachable();
        Instant now = clock.instant();
        List<Agent> agents = agents();
        Function<Agent, Schedule> schedule = schedules.of(agents, now);
        return agents.stream().map(agent -> candidate(agent, schedule.apply(agent), reachable.contains(agent.accountId()), now)).toList();
    }

    /** @return whom an offer can reach now, available or not: they have an open inbox, or another way to be told */
    public Set<UUID> reachable() {
        return new HashSet<>(accounts(reachableSql));
    }

    /**
     * @param agentId of whom
     * @return whether an offer can reach them now
     */
    public boolean isReachable(UUID agentId) {
        return !accounts(reachableSql + " AND a.account_id = :id", agentId).isEmpty();
    }

    private List<Agent> agents() {
        return em.createQuery("SELECT a FROM Agent a LEFT JOIN FETCH a.blocks WHERE a.takesChats ORDER BY a.number", Agent.class)
            .getResultList();
    }

    /** @return the first instant after now at which some agent becomes available, if nothing is changed; empty where there is none */
    public Optional<Instant> nextBegin() {
        Instant now = clock.instant();
        List<Agent> agents = agents();
        Function<Agent, Schedule> schedule = schedules.of(agents, now);
        return agents.stream().flatMap(agent -> agent.beginsAfter(schedule.apply(agent), now).stream()).min(Instant::compareTo);
    }

    /**
     * Locks an agent until the transaction ends, so that nobody else gives them a chat and they cannot switch.
     *
     * @param agentId whom to lock
     * @return the agent as of now
     */
    public Candidate lock(UUID agentId) {
        Agent agent = em.find(Agent.class, agentId);
        em.refresh(agent, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        return candidate(agent, schedules.of(agent, now), isReachable(agentId), now);
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

    private static Candidate candidate(Agent agent, Schedule schedule, boolean reachable, Instant now) {
        return new Candidate(agent.accountId(), agent.number(), agent.view(schedule, now), reachable, agent.ownLimit());
    }

    @SuppressWarnings("unchecked")
    private List<UUID> accounts(String sql, UUID... agent) {
        Query query = em.createNativeQuery(sql, UUID.class).setParameter("since", clock.instant().minus(Presence.REACHABLE_FOR));
        Arrays.stream(agent).forEach(id -> query.setParameter("id", id));
        return query.getResultList();
    }
}

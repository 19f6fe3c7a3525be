package org.agentinbox.team;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.dayoff.DaysOffChanged;
import org.agentinbox.dayoff.TeamMembers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The teams, for other features. Works in its caller's transaction. Queries that fetch members are read as lists: a stream gives a team
 * before all its members are read where its rows do not follow each other.
 */
@ApplicationScoped
public class Teams implements TeamMembers {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Event<DaysOffChanged> daysOff;

    /** @return all teams, by name */
    public List<TeamView> all() {
        return em.createQuery("SELECT DISTINCT t FROM Team t LEFT JOIN FETCH t.members ORDER BY t.name", Team.class)
            .getResultList().stream().map(Team::view).toList();
    }

    /** @return the teams that have a lead, in no particular order */
    public List<TeamView> led() {
        return em.createQuery("SELECT DISTINCT t FROM Team t LEFT JOIN FETCH t.members WHERE t.leadId IS NOT NULL", Team.class)
            .getResultList().stream().map(Team::view).toList();
    }

    /**
     * @param leadId an agent
     * @return the teams that name them as lead
     */
    public List<TeamView> ledBy(UUID leadId) {
        return em.createQuery("SELECT DISTINCT t FROM Team t LEFT JOIN FETCH t.members WHERE t.leadId = :lead", Team.class)
            .setParameter("lead", leadId).getResultList().stream().map(Team::view).toList();
    }

    /**
     * @param id of a team, or null
     * @return empty where there is no such team
     */
    public Optional<TeamView> find(UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(em.find(Team.class, id)).map(Team::view);
    }

    /** One administrator at a time, so that names stay different and nobody names a team that is being removed. Readers do not wait. */
    void lock() {
        em.createNativeQuery("LOCK TABLE team IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
    }

    /** The days off of a team come to count for who joins it, and do not for who leaves. To be called when that is stored. */
    void moved(Set<UUID> before, Set<UUID> after) {
        Set<UUID> moved = new HashSet<>(before);
        moved.addAll(after);
        moved.removeIf(member -> before.contains(member) && after.contains(member));
        if (!moved.isEmpty()) {
            daysOff.fire(new DaysOffChanged(moved));
        }
    }

    @Override
    public String idsOfAccount(String accountColumn) {
        return "SELECT m.team_id FROM team_member m WHERE m.agent_id = " + accountColumn;
    }

    @Override
    public Set<UUID> teamsOf(UUID accountId) {
        return Set.copyOf(em.createQuery("SELECT t.id FROM Team t WHERE :account MEMBER OF t.members", UUID.class)
            .setParameter("account", accountId).getResultList());
    }

    @Override
    public Map<UUID, Set<UUID>> members() {
        return em.createQuery("SELECT t.id, m FROM Team t JOIN t.members m", Object[].class).getResultStream()
            .collect(Collectors.groupingBy(row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
    }

    @Override
    public Map<UUID, String> names() {
        return all().stream().collect(Collectors.toMap(TeamView::id, TeamView::name));
    }
}

package org.agentinbox.team;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.dayoff.TeamMembers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The teams, for other features. Works in its caller's transaction. */
@ApplicationScoped
public class Teams implements TeamMembers {

    @PersistenceContext
    private EntityManager em;

    /** @return all teams, by name */
    public List<TeamView> all() {
        return em.createQuery("SELECT DISTINCT t FROM Team t LEFT JOIN FETCH t.members ORDER BY t.name", Team.class)
            .getResultStream().map(Team::view).toList();
    }

    /**
     * @param id of a team, or null
     * @return empty where there is no such team
     */
    public Optional<TeamView> find(UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(em.find(Team.class, id)).map(Team::view);
    }

    @Override
    public Set<UUID> teamsOf(UUID accountId) {
        return Set.copyOf(em.createQuery("SELECT t.id FROM Team t WHERE :account MEMBER OF t.members", UUID.class)
            .setParameter("account", accountId).getResultList());
    }

    @Override
    public Map<UUID, Set<UUID>> members() {
        return all().stream().collect(Collectors.toMap(TeamView::id, TeamView::members));
    }

    @Override
    public Map<UUID, String> names() {
        return all().stream().collect(Collectors.toMap(TeamView::id, TeamView::name));
    }
}

package org.agentinbox.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The teams, for other features. Works in its caller's transaction. */
@ApplicationScoped
public class Teams {

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

    /** One administrator at a time, so that names stay different and nobody names a team that is being removed. Readers do not wait. */
    void lock() {
        em.createNativeQuery("LOCK TABLE team IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
    }
}

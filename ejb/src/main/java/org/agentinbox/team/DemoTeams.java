package org.agentinbox.team;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes teams for demo data. */
@ApplicationScoped
public class DemoTeams {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * @param members accounts of agents
     * @param leadId one of them
     * @return the id of the new team
     */
    public UUID add(String name, Set<UUID> members, UUID leadId) {
        Team team = new Team(Ids.next(clock.instant()));
        team.write(new TeamWish(name, members, leadId), clock.instant());
        em.persist(team);
        return team.id();
    }
}

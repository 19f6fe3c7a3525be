package org.agentinbox.supervision;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.conversation.Supervisors;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.Teams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Applies the rule of {@link Supervisor} to what is stored now. Works in its caller's transaction. */
@ApplicationScoped
class TeamLeads implements Supervisors {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Teams teams;

    Supervisor of(UUID accountId, boolean salesAdmin) {
        return new Supervisor(accountId, salesAdmin, teams.ledBy(accountId));
    }

    @Override
    public boolean leads(UUID accountId, UUID conversationId, UUID agentOrNull) {
        return supervises(of(accountId, false), conversationId, agentOrNull);
    }

    boolean supervises(Supervisor supervisor, UUID conversationId, UUID agentOrNull) {
        return supervisor.supervises(agentOrNull, agentOrNull == null ? askedTeam(conversationId) : null);
    }

    private UUID askedTeam(UUID conversationId) {
        List<?> found = em.createNativeQuery("SELECT team_id FROM chat_request WHERE conversation_id = :id AND team_id IS NOT NULL",
            UUID.class).setParameter("id", conversationId).getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }

    @Override
    public Set<UUID> agentsLedBy(UUID accountId) {
        return of(accountId, false).agents();
    }

    @Override
    public Set<UUID> leadsOf(UUID conversationId, UUID agentOrNull) {
        UUID asked = agentOrNull == null ? askedTeam(conversationId) : null;
        List<TeamView> led = teams.led();
        return led.stream().map(TeamView::leadId).distinct()
            .filter(lead -> new Supervisor(lead, false, led).supervises(agentOrNull, asked)).collect(Collectors.toSet());
    }
}

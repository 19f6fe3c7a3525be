package org.agentinbox.routing.rule;

import java.util.List;

import org.agentinbox.team.TeamInUseException;
import org.agentinbox.team.TeamRemoval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The custom rules, for routing. Works in its caller's transaction. */
@ApplicationScoped
public class Rules {

    @PersistenceContext
    private EntityManager em;

    /** @return all rules, on or off, in the order in which they are tried */
    public List<RuleView> all() {
        return entities().stream().map(RoutingRule::view).toList();
    }

    List<RoutingRule> entities() {
        return em.createQuery("SELECT DISTINCT r FROM RoutingRule r LEFT JOIN FETCH r.agents ORDER BY r.position, r.id", RoutingRule.class)
            .getResultList();
    }

    void teamRemoved(@Observes TeamRemoval removal) {
        entities().stream().filter(rule -> rule.names(removal.teamId())).findFirst().ifPresent(rule -> {
            throw new TeamInUseException(TeamInUseException.User.RULE, rule.view().is().name());
        });
    }

    /** One administrator at a time, so that names and places stay different. Readers do not wait. */
    void lock() {
        em.createNativeQuery("LOCK TABLE routing_rule IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
    }
}

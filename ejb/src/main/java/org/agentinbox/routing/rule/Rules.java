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

    /** Each change of a rule changes its version or its time, each change of their order its version. */
    private static final String STAMP = """
        SELECT coalesce(bit_xor(hash_record_extended(ROW(id, version, changed_at, position, active), 0)), 0) FROM routing_rule
        """;

    @PersistenceContext
    private EntityManager em;

    /** The rules as they were read last, on this node. Whether they hold is asked of the database each time. */
    private volatile Known known;

    /** @param stamp of the rules as stored, before and after they were read */
    private record Known(long stamp, List<RuleView> rules) {}

    /** @return the same as {@link #all}, read again only where something was changed: there may be hundreds, for each request */
    public List<RuleView> tried() {
        long stamp = stamp();
        Known before = known;
        if (before != null && before.stamp == stamp) {
            return before.rules;
        }
        List<RuleView> rules = all();
        if (stamp() == stamp) {
            known = new Known(stamp, rules);
        }
        return rules;
    }

    private long stamp() {
        return (Long) em.createNativeQuery(STAMP, Long.class).getSingleResult();
    }

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

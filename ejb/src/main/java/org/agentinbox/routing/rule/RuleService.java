package org.agentinbox.routing.rule;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.team.Teams;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Administers custom rules. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class RuleService {

    /** Limits the work of a decision, which tries them one by one. */
    static final int MOST = 500;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Rules rules;
    @Inject
    private Teams teams;
    @Inject
    private Candidates candidates;
    @Inject
    private Audit audit;

    /** @return all rules in the order in which they are tried */
    public List<RuleView> all() {
        return rules.all();
    }

    /** @return the rules that are on and never decide, with the reason */
    public List<RuleProblem> problems() {
        return RuleProblem.of(rules.all());
    }

    /**
     * Adds a rule, which is tried after all others.
     *
     * @return the new rule
     * @throws RefusedException {@link Refusal#INVALID_FIELD}, {@link Refusal#NAME_TAKEN}
     */
    public RuleView add(RuleWish wish) {
        rules.lock();
        int count = rules.all().size();
        if (count >= MOST) {
            throw RefusedException.ofField("name", "at most " + MOST + " rules");
        }
        RoutingRule rule = new RoutingRule(Ids.next(clock.instant()), count + 1);
        write(rule, wish, Set.of());
        em.persist(rule);
        record(AuditAct.RULE_CREATED, rule, null, rule.view().is());
        return rule.view();
    }

    /**
     * @param id of a rule
     * @param version of the rule that the caller has read
     * @return the rule as it is now
     * @throws RefusedException as {@link #add}; {@link Refusal#NOT_FOUND}; {@link Refusal#CHANGED_MEANWHILE}
     */
    public RuleView change(UUID id, int version, RuleWish wish) {
        rules.lock();
        RoutingRule rule = find(id);
        rule.requireVersion(version);
        RuleWish before = rule.view().is();
        write(rule, wish, before.agents());
        em.flush();
        record(AuditAct.RULE_CHANGED, rule, before, rule.view().is());
        return rule.view();
    }

    /** @throws RefusedException {@link Refusal#NOT_FOUND} */
    public void remove(UUID id) {
        rules.lock();
        RoutingRule rule = find(id);
        record(AuditAct.RULE_REMOVED, rule, rule.view().is(), null);
        em.remove(rule);
    }

    /**
     * @param order the ids of all rules in the order in which they are to be tried
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where others exist by now
     */
    public void order(List<UUID> order) {
        rules.lock();
        List<RoutingRule> all = rules.entities();
        if (order.size() != all.size() || !new HashSet<>(order).equals(new HashSet<>(all.stream().map(RoutingRule::id).toList()))) {
            throw RefusedException.ofField("order", "each rule once; somebody has added or removed one");
        }
        List<String> before = names();
        all.forEach(rule -> rule.moveTo(order.indexOf(rule.id()) + 1));
        audit.record(AuditRecord.of(AuditAct.RULES_ORDERED).about(AuditSubject.RULE, null, null)
            .changed(Map.of("order", before), Map.of("order", names())));
    }

    private List<String> names() {
        return rules.all().stream().map(rule -> rule.is().name()).toList();
    }

    private void record(AuditAct act, RoutingRule rule, RuleWish before, RuleWish after) {
        audit.record(AuditRecord.of(act).about(AuditSubject.RULE, rule.id(), rule.view().is().name()).changed(before, after));
    }

    private void write(RoutingRule rule, RuleWish wish, Set<UUID> before) {
        Set<UUID> known = new HashSet<>(before);
        candidates.all().stream().map(Candidate::agentId).forEach(known::add);
        if (!known.containsAll(wish.agents())) {
            throw RefusedException.ofField("agents", "accounts that take live chats");
        }
        if (wish.teamId() != null && teams.find(wish.teamId()).isEmpty()) {
            throw RefusedException.ofField("team", "a team that exists");
        }
        // Read before the rule is changed: a query would store the change, and the database refuses it less clearly.
        List<RuleView> all = rules.all();
        rule.write(wish, clock.instant());
        String name = rule.view().is().name();
        if (all.stream().anyMatch(other -> !other.id().equals(rule.id()) && other.is().name().equalsIgnoreCase(name))) {
            throw new RefusedException(Refusal.NAME_TAKEN, "Another rule has this name.");
        }
    }

    private RoutingRule find(UUID id) {
        RoutingRule rule = em.find(RoutingRule.class, id);
        if (rule == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such rule.");
        }
        return rule;
    }
}

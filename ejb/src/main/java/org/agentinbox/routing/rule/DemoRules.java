package org.agentinbox.routing.rule;

import java.time.Clock;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes custom rules for demo data. */
@ApplicationScoped
public class DemoRules {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** @param position from 1 on */
    public void add(int position, RuleWish wish) {
        RoutingRule rule = new RoutingRule(Ids.next(clock.instant()), position);
        rule.write(wish, clock.instant());
        em.persist(rule);
    }
}

package org.agentinbox.routing.rule;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Versions;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

/** A custom rule: which requests go to which agents or which team. */
@Entity
class RoutingRule {

    static final int LONGEST_NAME = 100;

    @Id
    private UUID id;
    @Version
    private int version;
    private String name;
    private boolean active;
    @OptimisticLock(excluded = true)
    private int position;
    @Enumerated(EnumType.STRING)
    private RuleMatching matching;
    @JdbcTypeCode(SqlTypes.JSON)
    private String conditions;
    private UUID teamId;
    private Instant changedAt;
    @ElementCollection
    @CollectionTable(name = "routing_rule_agent", joinColumns = @JoinColumn(name = "rule_id"))
    @Column(name = "agent_id")
    private Set<UUID> agents = new HashSet<>();

    protected RoutingRule() {}

    RoutingRule(UUID id, int position) {
        this.id = id;
        this.position = position;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code name} */
    void write(RuleWish wish, Instant now) {
        String line = TextRules.line("name", wish.name(), LONGEST_NAME);
        if (line == null) {
            throw RefusedException.ofField("name", "1 to " + LONGEST_NAME + " characters");
        }
        name = line;
        active = wish.active();
        matching = wish.matching();
        conditions = ConditionsDocument.write(wish.conditions()).toString();
        teamId = wish.teamId();
        agents.retainAll(wish.agents());
        agents.addAll(wish.agents());
        changedAt = now;
    }

    void moveTo(int place) {
        position = place;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#CHANGED_MEANWHILE} where it is another one */
    void requireVersion(int known) {
        Versions.require(known, version);
    }

    UUID id() {
        return id;
    }

    boolean names(UUID team) {
        return team.equals(teamId);
    }

    RuleView view() {
        return new RuleView(id, version,
            new RuleWish(name, active, matching, ConditionsDocument.parse(conditions), Set.copyOf(agents), teamId));
    }
}

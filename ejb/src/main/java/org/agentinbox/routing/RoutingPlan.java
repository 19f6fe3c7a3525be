package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.entry.EntryRouting;
import org.agentinbox.entry.EntryView;
import org.agentinbox.routing.rule.ConditionsDocument;
import org.agentinbox.routing.rule.RequestFacts;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.team.TeamView;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Among whom a request is routed, before it is known who is there: the pools in the order in which they are tried, the last of which is all
 * agents, and the steps that led to them.
 */
record RoutingPlan(List<RoutingStep> steps, List<Pool> pools) {

    /** With a team, so many of its agents are asked. */
    private static final int TEAM_OFFERS = 2;
    /** So many rules that did not match are told, where not all are to be; of more a reader learns nothing. */
    private static final int MOST_RULES_TOLD = 50;

    /**
     * What decides.
     *
     * @param askedEntry what the page asked for, or null
     * @param entry the one that is used
     * @param account what is known of the visitor's company
     * @param rules in the order in which they are tried
     * @param teams gives a team by its id
     * @param tellsAll whether each rule that was tried is told, however many there are
     */
    record Basis(String askedEntry, boolean askedExists, EntryView entry, AccountFinding account, RequestFacts facts, List<RuleView> rules,
        Function<UUID, TeamView> teams, boolean tellsAll) {}

    static RoutingPlan of(Basis basis) {
        List<RoutingStep> steps = new ArrayList<>();
        List<Pool> pools = new ArrayList<>();
        steps.add(entry(basis));
        steps.add(basis.account().step());
        basis.account().owner().ifPresent(owner -> pools.add(Pool.of(PoolKind.OWNER, owner)));
        EntryRouting routing = basis.entry().is().routing();
        switch (routing.option()) {
            case ROUND_ROBIN -> {
                // All agents, as below.
            }
            case AGENT -> pools.add(Pool.of(PoolKind.AGENT, routing.agentId()));
            case TEAM -> pools.add(team(basis, routing.teamId()));
            case RULES -> byRules(basis, steps).ifPresent(pools::add);
        }
        pools.add(Pool.ALL);
        return new RoutingPlan(List.copyOf(steps), List.copyOf(pools));
    }

    /** How many agents are asked before the visitor waits or gets the fallback. */
    int offers() {
        return pools.stream().anyMatch(pool -> pool.kind() == PoolKind.TEAM) ? TEAM_OFFERS : 1;
    }

    /** The team that is asked; null where none is. */
    UUID team() {
        return pools.stream().filter(pool -> pool.kind() == PoolKind.TEAM).map(Pool::subject).findFirst().orElse(null);
    }

    private static RoutingStep entry(Basis basis) {
        EntryView entry = basis.entry();
        JsonObjectBuilder data = JSON.createObjectBuilder().add("entry", entry.key()).add("name", entry.is().name())
            .add("option", entry.is().routing().option().name());
        String asked = basis.askedEntry();
        if (asked == null) {
            return RoutingStep.of(StepKind.ENTRY, "NONE_ASKED", data);
        }
        String verdict = asked.equals(entry.key()) ? "ASKED" : basis.askedExists() ? "OFF" : "UNKNOWN";
        return RoutingStep.of(StepKind.ENTRY, verdict, data.add("asked", asked));
    }

    private static Optional<Pool> byRules(Basis basis, List<RoutingStep> steps) {
        int most = basis.tellsAll() ? Integer.MAX_VALUE : MOST_RULES_TOLD;
        List<RuleView> rules = basis.rules();
        for (int i = 0; i < rules.size(); i++) {
            RuleView rule = rules.get(i);
            boolean matched = rule.is().active() && rule.is().matches(basis.facts());
            int untold = (matched ? i : i + 1) - most;
            if (untold > 0 && (matched || i == rules.size() - 1)) {
                steps.add(untold(untold));
            }
            if (matched || i < most) {
                steps.add(rule(rule, matched, basis.facts()));
            }
            if (matched) {
                return Optional.of(rule.is().teamId() == null
                    ? new Pool(PoolKind.RULE, rule.id(), rule.is().name(), rule.is().agents()) : team(basis, rule.is().teamId()));
            }
        }
        return Optional.empty();
    }

    private static RoutingStep untold(int count) {
        return RoutingStep.of(StepKind.RULE, "UNTOLD", JSON.createObjectBuilder().add("count", count));
    }

    private static RoutingStep rule(RuleView rule, boolean matched, RequestFacts facts) {
        JsonObjectBuilder data = JSON.createObjectBuilder().add("ruleId", rule.id().toString()).add("name", rule.is().name());
        if (!rule.is().active()) {
            return RoutingStep.of(StepKind.RULE, "OFF", data);
        }
        JsonArrayBuilder conditions = JSON.createArrayBuilder();
        List<JsonObject> written = ConditionsDocument.write(rule.is().conditions()).getValuesAs(JsonObject.class);
        for (int i = 0; i < written.size(); i++) {
            conditions.add(JSON.createObjectBuilder(written.get(i)).add("held", rule.is().conditions().get(i).holds(facts)));
        }
        return RoutingStep.of(StepKind.RULE, matched ? "MATCHED" : "NOT_MATCHED",
            data.add("matching", rule.is().matching().name()).add("conditions", conditions));
    }

    private static Pool team(Basis basis, UUID id) {
        TeamView team = basis.teams().apply(id);
        return new Pool(PoolKind.TEAM, id, team.name(), team.members());
    }
}

package org.agentinbox.routing.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a rule that is on never decides.
 *
 * @param ruleId which
 * @param coveredBy the earlier rule that matches whatever this one would; null where its own conditions contradict each other
 */
public record RuleProblem(UUID ruleId, UUID coveredBy) {

    /**
     * @param rules in the order in which they are tried; those that are off neither have problems nor cause any
     * @return the problems that can be told from the rules alone
     */
    public static List<RuleProblem> of(List<RuleView> rules) {
        List<RuleView> on = rules.stream().filter(rule -> rule.is().active()).toList();
        List<RuleProblem> problems = new ArrayList<>();
        for (int i = 0; i < on.size(); i++) {
            problem(on.get(i), on.subList(0, i)).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<RuleProblem> problem(RuleView rule, List<RuleView> earlier) {
        if (rule.is().neverMatches()) {
            return Optional.of(new RuleProblem(rule.id(), null));
        }
        return earlier.stream().filter(other -> other.is().covers(rule.is())).findFirst()
            .map(other -> new RuleProblem(rule.id(), other.id()));
    }
}

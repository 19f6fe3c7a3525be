package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.availability.Candidate;
import org.agentinbox.entry.EntryBooking;
import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryRouting;
import org.agentinbox.entry.EntryView;
import org.agentinbox.entry.EntryWish;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.routing.rule.Comparison;
import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.RequestFacts;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.routing.rule.Subject;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import jakarta.json.Json;

/** Tests that stories stay short, however many rules and agents there are, and say of how many they tell nothing. */
class StoryLengthTest {

    private static final int MOST_RULES = 50;
    private static final int MOST_AGENTS = 100;
    private static final UUID OWNER = new UUID(1, 0);

    /** @param matching the place of the first rule that matches, from 0; none does where it is {@code count} or more */
    private static RoutingPlan plan(int count, int matching, boolean tellsAll, Optional<UUID> owner) {
        List<RuleView> rules = IntStream.range(0, count).mapToObj(i -> new RuleView(new UUID(3, i), 0, new RuleWish("R" + i, true,
            RuleMatching.ALL, List.of(new Condition(Subject.LANGUAGE, null, Comparison.IS, i < matching ? "ko" : "en")),
            Set.of(OWNER), null))).toList();
        EntryView entry = new EntryView(new UUID(4, 4), "e", 0,
            new EntryWish("E", true, new EntryRouting(RoutingOption.RULES, null, null), 0,
                EntryBooking.NONE, false, EntryContent.PLAIN));
        AccountFinding account = new AccountFinding(RoutingStep.of(StepKind.ACCOUNT, "ANY", Json.createObjectBuilder()), owner);
        RequestFacts facts = new RequestFacts(Map.of(Subject.LANGUAGE, "en"), Map.of(), false, LocalTime.NOON);
        return RoutingPlan.of(new RoutingPlan.Basis("e", true, entry, account, facts, rules, id -> null, tellsAll));
    }

    private static List<String> ruleVerdicts(RoutingPlan plan) {
        return plan.steps().stream().filter(step -> step.kind() == StepKind.RULE).map(RoutingStep::verdict).toList();
    }

    private static int untoldRules(RoutingPlan plan) {
        return plan.steps().stream().filter(step -> "UNTOLD".equals(step.verdict())).mapToInt(step -> step.data().getInt("count")).sum();
    }

    @Property(tries = 300)
    void eachRuleThatWasTriedIsToldOrCounted(@ForAll @IntRange(max = 120) int count, @ForAll @IntRange(max = 130) int matching) {
        RoutingPlan plan = plan(count, matching, false, Optional.empty());
        List<String> verdicts = ruleVerdicts(plan);
        boolean matched = matching < count;
        int tried = matched ? matching + 1 : count;
        int untold = untoldRules(plan);
        assertEquals(tried, verdicts.size() - (untold > 0 ? 1 : 0) + untold, verdicts.toString());
        assertEquals(Math.max(0, (matched ? matching : count) - MOST_RULES), untold);
        assertEquals(matched ? 1 : 0, verdicts.stream().filter("MATCHED"::equals).count());
        if (matched) {
            assertEquals("MATCHED", verdicts.get(verdicts.size() - 1), "the rule that decided comes last");
        }
        assertTrue(verdicts.indexOf("UNTOLD") <= MOST_RULES, "what is left out is told where it would have stood");
    }

    @Property(tries = 100)
    void whoAsksForAllGetsAll(@ForAll @IntRange(max = 120) int count, @ForAll @IntRange(max = 130) int matching) {
        RoutingPlan plan = plan(count, matching, true, Optional.empty());
        assertEquals(0, untoldRules(plan));
        assertEquals(matching < count ? matching + 1 : count, ruleVerdicts(plan).size());
    }

    @Property(tries = 300)
    void eachCandidateIsToldOrCountedAndWhoIsTakenIsTold(@ForAll @IntRange(min = 1, max = 150) int agents,
        @ForAll @IntRange(max = 160) int taker, @ForAll boolean owned) {
        List<Candidate> all = IntStream.range(0, agents).mapToObj(i -> new Candidate(new UUID(1, i), i + 1,
            new AvailabilityView(new UUID(1, i), i == taker, null, null, null, null, null), true, 10)).toList();
        PoolWalk walk = new PoolWalk(
            pool -> pool.agents() == null ? all : all.stream().filter(a -> pool.agents().contains(a.agentId())).toList(),
            candidate -> EvaluatedCandidate.of(candidate, 0, false));
        PoolWalk.Choice choice = walk.choose(plan(0, 0, false, owned ? Optional.of(OWNER) : Optional.empty()));
        List<RoutingStep> pools = choice.steps().stream().filter(step -> step.kind() == StepKind.POOL).toList();
        int looked = taker < agents ? taker + 1 : agents;
        assertEquals(looked, pools.stream().mapToInt(step -> step.data().getInt("count")).sum());
        int untold = pools.stream().mapToInt(step -> step.data().getInt("untold", 0)).sum();
        assertEquals(looked, choice.evaluated().size() + untold);
        assertTrue(choice.evaluated().size() <= MOST_AGENTS);
        assertEquals(taker < agents ? Optional.of(new UUID(1, taker)) : Optional.empty(), choice.agent());
        assertEquals(choice.taken(), choice.taken().map(taken -> choice.evaluated().get(choice.evaluated().size() - 1)));
        if (looked < MOST_AGENTS) {
            assertEquals(0, untold, "what is short is told whole");
        }
    }
}

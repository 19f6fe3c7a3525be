package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.agentinbox.team.TeamView;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import jakarta.json.Json;

/**
 * Compares plans and the walk through their pools with a model that is slow and obvious: over random agents, teams, rules, owners, entries
 * and past turns, request after request.
 */
class PoolWalkTest {

    private static final int AGENTS = 7;
    private static final String[] LANGUAGES = {"en", "ko", "de"};

    /** What is drawn for one world. */
    private record World(List<Boolean> available, List<Boolean> reachable, List<Integer> limits, List<Set<Integer>> teams,
        List<DrawnRule> rules, List<Request> requests) {}

    /** @param team below 0: the agents; @param language null: everybody */
    private record DrawnRule(boolean active, String language, int team, Set<Integer> agents) {}

    /** @param named the agent or the team that the entry names */
    private record Request(RoutingOption option, int named, Optional<Integer> owner, String language, Set<Integer> askedBefore) {}

    private static UUID agent(int number) {
        return new UUID(1, number);
    }

    private static UUID team(int number) {
        return new UUID(2, number);
    }

    private static UUID rule(int number) {
        return new UUID(3, number);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theWalkIsThatOfTheModel(@ForAll("worlds") World world) {
        Map<String, Integer> last = new HashMap<>();
        Map<String, Integer> modelLast = new HashMap<>();
        int[] load = new int[AGENTS];
        for (Request request : world.requests()) {
            PoolWalk.Choice choice = walk(world, request, last, load);
            List<Integer> looked = new ArrayList<>();
            Optional<Integer> expected = model(world, request, modelLast, load, looked);
            assertEquals(expected.map(PoolWalkTest::agent), choice.agent());
            assertEquals(looked.stream().map(PoolWalkTest::agent).toList(),
                choice.evaluated().stream().map(EvaluatedCandidate::agentId).toList());
            assertEquals(modelLast, last);
            check(world, request, load, choice);
            Statistics.label("chosen from").collect(choice.pool() == null ? "nobody" : choice.pool().kind().toString());
            choice.agent().ifPresent(id -> load[(int) id.getLeastSignificantBits()]++);
        }
    }

    /** What holds whatever the model says. */
    private static void check(World world, Request request, int[] load, PoolWalk.Choice choice) {
        assertEquals(choice.evaluated().size(), choice.evaluated().stream().map(EvaluatedCandidate::agentId).distinct().count());
        assertEquals(choice.evaluated().size(), choice.steps().stream().filter(step -> step.kind() == StepKind.POOL)
            .mapToInt(step -> step.data().getInt("count")).sum());
        choice.agent().ifPresent(id -> assertTrue(eligible(world, request, (int) id.getLeastSignificantBits(), load)));
        if (choice.agent().isEmpty()) {
            assertTrue(IntStream.range(0, AGENTS).noneMatch(i -> eligible(world, request, i, load)), "somebody could have taken it");
        }
    }

    private static boolean eligible(World world, Request request, int agent, int[] load) {
        return world.available().get(agent) && world.reachable().get(agent) && load[agent] < world.limits().get(agent)
            && !request.askedBefore().contains(agent);
    }

    // ---- the code under test ----

    private static PoolWalk.Choice walk(World world, Request request, Map<String, Integer> last, int[] load) {
        List<Candidate> all = IntStream.range(0, AGENTS).mapToObj(i -> new Candidate(agent(i), i + 1,
            new AvailabilityView(agent(i), world.available().get(i), null, null, null, null, null), world.reachable().get(i),
            world.limits().get(i))).toList();
        Turns turns = new Turns((pool, lastTurn, after, most) -> turn(all, pool, lastTurn, after, most), 2);
        RoutingPlan plan = RoutingPlan.of(basis(world, request));
        // Looks first, as from other turns, so that parts of the order are known already.
        new PoolWalk(pool -> turns.of(pool, request.named()), candidate -> EvaluatedCandidate.of(candidate, 0,
            request.askedBefore().contains(candidate.number()))).choose(plan);
        PoolWalk walk = new PoolWalk(pool -> turns.of(pool, last.getOrDefault(pool.rotation(), 0)), candidate -> {
            int number = (int) candidate.agentId().getLeastSignificantBits();
            EvaluatedCandidate found = EvaluatedCandidate.of(candidate, load[number], load[number] >= candidate.ownLimit());
            return found.isTaken() && request.askedBefore().contains(number) ? found.withVerdict(Verdict.ASKED_BEFORE) : found;
        });
        PoolWalk.Choice choice = walk.choose(plan);
        choice.taken().filter(taken -> choice.pool().rotation() != null)
            .ifPresent(taken -> last.put(choice.pool().rotation(), taken.number()));
        return choice;
    }

    private static List<Candidate> turn(List<Candidate> all, Pool pool, int last, Candidate after, int most) {
        List<Candidate> order = all.stream().filter(agent -> pool.agents() == null || pool.agents().contains(agent.agentId()))
            .sorted(Comparator.comparing(Candidate::number, RoundRobin.after(last))).toList();
        return order.stream().skip(after == null ? 0 : order.indexOf(after) + 1).limit(most).toList();
    }

    private static RoutingPlan.Basis basis(World world, Request request) {
        boolean asksTeam = request.option() == RoutingOption.TEAM;
        EntryRouting routing = new EntryRouting(request.option(), agent(request.named()), team(asksTeam ? request.named() % 3 : 0));
        EntryView entry = new EntryView(new UUID(4, 4), "e", 0,
            new EntryWish("E", true, routing, 0, EntryBooking.NONE, false, EntryContent.PLAIN));
        AccountFinding account = new AccountFinding(RoutingStep.of(StepKind.ACCOUNT, "ANY", Json.createObjectBuilder()),
            request.owner().map(PoolWalkTest::agent));
        RequestFacts facts = new RequestFacts(Map.of(Subject.LANGUAGE, request.language()), Map.of(), false, LocalTime.NOON);
        List<RuleView> rules = IntStream.range(0, world.rules().size()).mapToObj(i -> view(i, world.rules().get(i))).toList();
        Map<UUID, TeamView> teams = IntStream.range(0, world.teams().size()).boxed().collect(Collectors.toMap(PoolWalkTest::team,
            i -> new TeamView(team(i), 0, "T" + i, ids(world.teams().get(i)), null)));
        return new RoutingPlan.Basis("e", true, entry, account, facts, rules, teams::get, true);
    }

    private static RuleView view(int number, DrawnRule drawn) {
        List<Condition> conditions = drawn.language() == null ? List.of()
            : List.of(new Condition(Subject.LANGUAGE, null, Comparison.IS, drawn.language()));
        return new RuleView(rule(number), 0, new RuleWish("R" + number, drawn.active(), RuleMatching.ALL, conditions, ids(drawn.agents()),
            drawn.team() < 0 ? null : team(drawn.team())));
    }

    private static Set<UUID> ids(Set<Integer> agents) {
        return agents.stream().map(PoolWalkTest::agent).collect(Collectors.toSet());
    }

    // ---- the model ----

    /** One group after the other, in each the numbers after the last one first; everybody is looked at once. */
    private static Optional<Integer> model(World world, Request request, Map<String, Integer> last, int[] load, List<Integer> looked) {
        List<Map.Entry<String, Set<Integer>>> groups = new ArrayList<>();
        request.owner().ifPresent(owner -> groups.add(Map.entry("", Set.of(owner))));
        switch (request.option()) {
            case AGENT -> groups.add(Map.entry("", Set.of(request.named())));
            case TEAM -> groups.add(Map.entry("TEAM:" + team(request.named() % 3), world.teams().get(request.named() % 3)));
            case RULES -> firstMatch(world, request).ifPresent(groups::add);
            default -> {
                // Everybody, as always at the end.
            }
        }
        groups.add(Map.entry("ROUND_ROBIN", IntStream.range(0, AGENTS).boxed().collect(Collectors.toSet())));
        Set<Integer> done = new HashSet<>();
        for (Map.Entry<String, Set<Integer>> group : groups) {
            List<Integer> turn = new ArrayList<>(group.getValue());
            Collections.sort(turn);
            int before = last.getOrDefault(group.getKey(), 0);
            while (!turn.isEmpty() && turn.stream().anyMatch(i -> i + 1 > before) && turn.get(0) + 1 <= before) {
                Collections.rotate(turn, -1);
            }
            for (int candidate : turn) {
                if (done.add(candidate)) {
                    looked.add(candidate);
                    if (eligible(world, request, candidate, load)) {
                        if (!group.getKey().isEmpty()) {
                            last.put(group.getKey(), candidate + 1);
                        }
                        return Optional.of(candidate);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map.Entry<String, Set<Integer>>> firstMatch(World world, Request request) {
        for (int i = 0; i < world.rules().size(); i++) {
            DrawnRule drawn = world.rules().get(i);
            if (drawn.active() && (drawn.language() == null || drawn.language().equals(request.language()))) {
                return Optional.of(drawn.team() < 0 ? Map.entry("RULE:" + rule(i), drawn.agents())
                    : Map.entry("TEAM:" + team(drawn.team()), world.teams().get(drawn.team())));
            }
        }
        return Optional.empty();
    }

    // ---- random worlds ----

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, AGENTS - 1);
        Arbitrary<List<Boolean>> flags = Arbitraries.of(true, true, false).list().ofSize(AGENTS);
        Arbitrary<List<Set<Integer>>> teams = number.set().ofMaxSize(4).list().ofSize(3);
        Arbitrary<DrawnRule> rule = Combinators.combine(Arbitraries.of(true, true, true, false),
            Arbitraries.of(LANGUAGES).injectNull(0.2), Arbitraries.integers().between(-2, 2), number.set().ofMinSize(1).ofMaxSize(3))
            .as(DrawnRule::new);
        Arbitrary<Request> request = Combinators.combine(Arbitraries.of(RoutingOption.class), number, number.optional(0.3),
            Arbitraries.of(LANGUAGES), number.set().ofMaxSize(2)).as(Request::new);
        return Combinators.combine(flags, flags, Arbitraries.integers().between(1, 3).list().ofSize(AGENTS), teams,
            rule.list().ofMaxSize(3), request.list().ofMinSize(1).ofMaxSize(12)).as(World::new);
    }
}

package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.entry.EntryRouting;
import org.agentinbox.entry.EntryWay;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.team.TeamView;
import org.junit.jupiter.api.Test;

/** What each entry says of who is there. */
class OnlineStatusesTest {

    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID TEAM = new UUID(1, 1);
    private static final Instant MORNING = Instant.parse("2030-05-06T07:00:00Z");
    private static final List<EntryWay> WAYS = List.of(new EntryWay("default", EntryRouting.ROUND_ROBIN, false),
        new EntryWay("ana", new EntryRouting(RoutingOption.AGENT, ANA, null), true),
        new EntryWay("team", new EntryRouting(RoutingOption.TEAM, null, TEAM), true),
        new EntryWay("rules", new EntryRouting(RoutingOption.RULES, null, null), false));

    private static Map<String, OnlineStatusView> told(Set<UUID> eligible, Instant backAt, Map<String, Integer> waiting, RuleView... rules) {
        return new OnlineStatuses(eligible, backAt, waiting, List.of(new TeamView(TEAM, 0, "Team", Set.of(BEN), null)),
            Arrays.asList(rules))
            .of(WAYS);
    }

    private static RuleView rule(boolean active, Set<UUID> agents, UUID team) {
        return new RuleView(new UUID(2, 2), 0, new RuleWish("Rule", active, RuleMatching.ALL, List.of(), agents, team));
    }

    private static void own(Map<String, OnlineStatusView> told, String... keys) {
        assertEquals(Set.of(keys), Set.copyOf(told.values().stream().filter(OnlineStatusView::own)
            .map(view -> told.entrySet().stream().filter(e -> e.getValue() == view).findFirst().orElseThrow().getKey()).toList()));
    }

    @Test
    void somebodyIsThereByEachEntrySinceRoutingAsksAllInTheEnd() {
        Map<String, OnlineStatusView> told = told(Set.of(ANA), null, Map.of());
        told.values().forEach(one -> assertEquals(true, one.online()));
        own(told, "default", "ana", "rules");
    }

    @Test
    void aTeamsOwnAreItsMembers() {
        own(told(Set.of(BEN), null, Map.of()), "default", "team", "rules");
    }

    @Test
    void thoseOfRulesAreWhomAnyRuleThatIsOnNames() {
        own(told(Set.of(BEN), null, Map.of(), rule(true, Set.of(ANA), null)), "default", "team");
        own(told(Set.of(BEN), null, Map.of(), rule(true, Set.of(ANA), null), rule(true, Set.of(), TEAM)), "default", "team", "rules");
        own(told(Set.of(BEN), null, Map.of(), rule(true, Set.of(ANA), null), rule(false, Set.of(), TEAM)), "default", "team");
    }

    @Test
    void aTeamThatIsGoneHasNobody() {
        own(new OnlineStatuses(Set.of(ANA), null, Map.of(), List.of(), List.of()).of(WAYS), "default", "ana", "rules");
    }

    @Test
    void whereNobodyIsThereAllSayWhenSomebodyIsBackAndHowManyWaitByThem() {
        Map<String, OnlineStatusView> told = told(Set.of(), MORNING, Map.of("team", 3, "default", 2));
        assertEquals(new OnlineStatusView(false, false, MORNING, 0), told.get("default"), "an entry that has no queue any more");
        assertEquals(new OnlineStatusView(false, false, MORNING, 3), told.get("team"));
        assertEquals(new OnlineStatusView(false, false, MORNING, 0), told.get("ana"));
    }

    @Test
    void nobodysOwnCanBeThereWhereNobodyIs() {
        assertThrows(IllegalArgumentException.class, () -> new OnlineStatusView(false, true, null, 0));
    }
}

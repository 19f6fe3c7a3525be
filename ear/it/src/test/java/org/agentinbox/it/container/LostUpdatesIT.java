package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.Role;
import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.entry.EntryBooking;
import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryRouting;
import org.agentinbox.entry.EntryService;
import org.agentinbox.entry.EntryView;
import org.agentinbox.entry.EntryWish;
import org.agentinbox.hours.DayOff;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleService;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.summary.topic.TopicList;
import org.agentinbox.summary.topic.TopicView;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.TeamWish;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;

/** Tests that of two administrators who edit the same thing at once the second is told, and does not undo what the first has saved. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class LostUpdatesIT {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 1);

    @EJB
    private TeamService teams;
    @EJB
    private RuleService rules;
    @EJB
    private EntryService entries;
    @EJB
    private DaysOffService daysOff;
    @EJB
    private TopicList topics;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @AfterEach
    void reset() {
        Sql.run("DELETE FROM routing_rule");
        Sql.run("DELETE FROM entry WHERE key <> 'default'");
        Sql.run("DELETE FROM team");
        Sql.run("DELETE FROM day_off WHERE name LIKE 'Lost%'");
        Sql.run("DELETE FROM listed_topic WHERE name LIKE 'Lost%'");
    }

    private static <T> T admin(Callable<T> call) throws Exception {
        return Callers.of(UUID.randomUUID(), Role.SALES_ADMIN.name()).runAs(call);
    }

    private static void secondIsRefused(Callable<?> second) {
        assertEquals(Refusal.CHANGED_MEANWHILE, assertThrows(RefusedException.class, () -> admin(second)).refusal());
    }

    private TeamView team(String name) throws Exception {
        return admin(() -> teams.add(new TeamWish(name, Set.of(), null)));
    }

    @Test
    void ofATeam() throws Exception {
        TeamView read = team("Support");
        TeamView first = admin(() -> teams.change(read.id(), read.version(), new TeamWish("First", Set.of(), null)));
        secondIsRefused(() -> teams.change(read.id(), read.version(), new TeamWish("Second", Set.of(), null)));
        assertEquals("First", Sql.run("SELECT name FROM team"));
        assertEquals("Third", admin(() -> teams.change(read.id(), first.version(), new TeamWish("Third", Set.of(), null))).name());
    }

    @Test
    void ofARule() throws Exception {
        UUID team = team("Support").id();
        RuleView read = admin(() -> rules.add(rule("Rule", team)));
        RuleView other = admin(() -> rules.add(rule("Other", team)));
        admin(() -> {
            rules.order(List.of(other.id(), read.id()));
            return null;
        });
        // Another place is no other rule.
        RuleView first = admin(() -> rules.change(read.id(), read.version(), rule("First", team)));
        secondIsRefused(() -> rules.change(read.id(), read.version(), rule("Second", team)));
        assertEquals("First", Sql.run("SELECT name FROM routing_rule WHERE id = ?", read.id()));
        assertEquals("Third", admin(() -> rules.change(read.id(), first.version(), rule("Third", team))).is().name());
    }

    private static RuleWish rule(String name, UUID team) {
        return new RuleWish(name, true, RuleMatching.ALL, List.of(), Set.of(), team);
    }

    @Test
    void ofAnEntry() throws Exception {
        EntryView read = admin(() -> entries.add("lost", entry("Entry")));
        EntryView main = admin(() -> entries.all().stream().filter(EntryView::isDefault).findFirst().orElseThrow());
        admin(() -> {
            entries.order(List.of(read.id(), main.id()));
            return null;
        });
        EntryView first = admin(() -> entries.change(read.id(), read.version(), entry("First")));
        secondIsRefused(() -> entries.change(read.id(), read.version(), entry("Second")));
        assertEquals("First", Sql.run("SELECT name FROM entry WHERE key = 'lost'"));
        assertEquals("Third", admin(() -> entries.change(read.id(), first.version(), entry("Third"))).is().name());
    }

    private static EntryWish entry(String name) {
        return new EntryWish(name, true, EntryRouting.ROUND_ROBIN, 0, EntryBooking.NONE, false, EntryContent.PLAIN);
    }

    @Test
    void ofADayOff() throws Exception {
        DayOffView read = admin(() -> daysOff.add(DayOffOwner.SITE, DayOff.days("Lost", DAY, DAY)));
        DayOffView first = admin(() -> daysOff.change(read.id(), read.version(), DayOff.days("Lost 1", DAY, DAY)));
        secondIsRefused(() -> daysOff.change(read.id(), read.version(), DayOff.days("Lost 2", DAY, DAY)));
        assertEquals("Lost 1", Sql.run("SELECT name FROM day_off WHERE id = ?", read.id()));
        assertEquals("Lost 3", admin(() -> daysOff.change(read.id(), first.version(), DayOff.days("Lost 3", DAY, DAY))).dayOff().name());
    }

    @Test
    void ofATopic() throws Exception {
        admin(() -> topics.add("Lost", List.of()));
        TopicView read = topic("Lost");
        admin(() -> topics.change(read.is().id(), read.version(), "Lost 1", List.of("gone")));
        secondIsRefused(() -> topics.change(read.is().id(), read.version(), "Lost 2", List.of()));
        TopicView now = topic("Lost 1");
        assertEquals(List.of("gone"), now.is().synonyms());
        assertEquals("Lost 3", admin(() -> topics.change(now.is().id(), now.version(), "Lost 3", List.of())).name());
    }

    private TopicView topic(String name) throws Exception {
        return admin(() -> topics.all().stream().filter(topic -> topic.is().name().equals(name)).findFirst().orElseThrow());
    }
}

package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.Role;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.rule.Comparison;
import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleProblem;
import org.agentinbox.routing.rule.RuleService;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.routing.rule.Subject;
import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamInUseException;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.TeamWish;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;

/** Tests who may administer teams and custom rules, and what is refused. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class TeamsAndRulesIT {

    private static final List<Condition> KOREAN = List.of(new Condition(Subject.LANGUAGE, null, Comparison.IS, "ko"));

    @EJB
    private TeamService teams;
    @EJB
    private RuleService rules;
    private final List<UUID> accounts = new ArrayList<>();
    private UUID dora;
    private UUID emil;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @BeforeEach
    void hire() {
        dora = agent("Dora");
        emil = agent("Emil");
    }

    @AfterEach
    void reset() {
        Sql.run("DELETE FROM routing_rule");
        Sql.run("DELETE FROM entry WHERE key <> 'default'");
        Sql.run("DELETE FROM team");
        for (UUID account : accounts) {
            Sql.run("DELETE FROM agent WHERE account_id = ?", account);
            Sql.run("DELETE FROM account WHERE id = ?", account);
        }
    }

    private UUID agent(String name) {
        UUID id = UUID.randomUUID();
        accounts.add(id);
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, ?, '', false, true, now())", id, "team-" + id, name);
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, 'LIVE_AGENT')", id);
        Sql.run("INSERT INTO agent (account_id) VALUES (?)", id);
        return id;
    }

    private static <T> T as(Role role, Callable<T> call) throws Exception {
        return Callers.of(UUID.randomUUID(), role.name()).runAs(call);
    }

    private static void refused(Role role, Runnable act) {
        assertThrows(EJBAccessException.class, () -> as(role, () -> {
            act.run();
            return null;
        }), role.name());
    }

    private TeamView team(String name, UUID... members) throws Exception {
        return as(Role.SALES_ADMIN, () -> teams.add(new TeamWish(name, Set.of(members), null)));
    }

    private RuleView rule(String name, UUID team) throws Exception {
        return as(Role.MARKETING_ADMIN, () -> rules.add(wish(name, team)));
    }

    private static RuleWish wish(String name, UUID team) {
        return new RuleWish(name, true, RuleMatching.ALL, KOREAN, Set.of(), team);
    }

    private static Refusal refusal(Executable act) {
        return assertThrows(RefusedException.class, act).refusal();
    }

    private static String field(Executable act) {
        return assertThrows(RefusedException.class, act).field();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"LIVE_AGENT", "CALENDAR_AGENT"})
    void agentsReachNeither(Role role) throws Exception {
        UUID team = team("Support", dora).id();
        UUID rule = rule("Korean", team).id();
        refused(role, () -> teams.all());
        refused(role, () -> teams.agents(Set.of()));
        refused(role, () -> teams.add(new TeamWish("Mine", Set.of(), null)));
        refused(role, () -> teams.change(team, 0, new TeamWish("Mine", Set.of(), null)));
        refused(role, () -> teams.remove(team));
        refused(role, () -> rules.all());
        refused(role, () -> rules.problems());
        refused(role, () -> rules.add(wish("Mine", team)));
        refused(role, () -> rules.change(rule, 0, wish("Mine", team)));
        refused(role, () -> rules.remove(rule));
        refused(role, () -> rules.order(List.of(rule)));
        assertEquals("Korean", Sql.run("SELECT string_agg(name, ',') FROM routing_rule"));
        assertEquals("Support", Sql.run("SELECT string_agg(name, ',') FROM team"));
    }

    @Test
    void marketingAdminsSeeTeamsAndChangeNone() throws Exception {
        UUID team = team("Support", dora).id();
        assertEquals(List.of(team), as(Role.MARKETING_ADMIN, () -> teams.all().stream().map(TeamView::id).toList()));
        refused(Role.MARKETING_ADMIN, () -> teams.add(new TeamWish("Mine", Set.of(), null)));
        refused(Role.MARKETING_ADMIN, () -> teams.change(team, 0, new TeamWish("Mine", Set.of(), null)));
        refused(Role.MARKETING_ADMIN, () -> teams.remove(team));
        assertEquals("Support", Sql.run("SELECT string_agg(name, ',') FROM team"));
    }

    @Test
    void whoTakesNoChatsAnyMoreIsToldApart() throws Exception {
        Sql.run("UPDATE agent SET takes_chats = false WHERE account_id = ?", emil);
        List<ChatAgent> offered = as(Role.MARKETING_ADMIN, () -> teams.agents(Set.of()));
        assertFalse(offered.stream().anyMatch(agent -> agent.id().equals(emil)));
        List<ChatAgent> all = as(Role.MARKETING_ADMIN, () -> teams.agents(Set.of(emil, UUID.randomUUID())));
        assertEquals(List.of(new ChatAgent(dora, "Dora", true), new ChatAgent(emil, "Emil", false)),
            all.stream().filter(agent -> accounts.contains(agent.id())).toList());
        assertEquals(offered.size() + 1, all.size());
    }

    @Test
    void aTeamsFieldsAreChecked() throws Exception {
        TeamView team = team("Support", dora);
        assertEquals("name", field(() -> team(" ", dora)));
        assertEquals("members", field(() -> team("Others", UUID.randomUUID())));
        assertEquals(Refusal.NAME_TAKEN, refusal(() -> team("SUPPORT", dora)));
        assertEquals("lead", field(() -> as(Role.SALES_ADMIN,
            () -> teams.change(team.id(), 0, new TeamWish("Support", Set.of(dora), emil)))));
        Sql.run("UPDATE agent SET takes_chats = false WHERE account_id = ?", dora);
        // Who was a member before may stay one.
        as(Role.SALES_ADMIN, () -> teams.change(team.id(), 0, new TeamWish("Support", Set.of(dora, emil), emil)));
        assertEquals(Refusal.NOT_FOUND, refusal(() -> as(Role.SALES_ADMIN,
            () -> teams.change(UUID.randomUUID(), 0, new TeamWish("None", Set.of(), null)))));
    }

    @Test
    void aTeamThatIsNamedStaysAndItIsSaidByWhat() throws Exception {
        TeamView team = team("Support", dora);
        RuleView rule = rule("Korean first", team.id());
        assertNamed(team, TeamInUseException.User.RULE, "Korean first");
        as(Role.SALES_ADMIN, () -> {
            rules.remove(rule.id());
            return null;
        });
        Sql.run("INSERT INTO entry (id, version, key, name, active, position, routing, team_id, queue_minutes, booking, takes_messages, "
            + "content, changed_at) VALUES (gen_random_uuid(), 0, 'help', 'Help pages', true, 9, 'TEAM', ?, 0, 'NONE', false, '{}', now())",
            team.id());
        assertNamed(team, TeamInUseException.User.ENTRY, "Help pages");
        Sql.run("DELETE FROM entry WHERE key = 'help'");
        as(Role.SALES_ADMIN, () -> {
            teams.remove(team.id());
            return null;
        });
        assertEquals("0", Sql.run("SELECT count(*) FROM team"));
    }

    private void assertNamed(TeamView team, TeamInUseException.User user, String name) {
        TeamInUseException refused = assertThrows(TeamInUseException.class, () -> as(Role.SALES_ADMIN, () -> {
            teams.remove(team.id());
            return null;
        }));
        assertEquals(Refusal.IN_USE, refused.refusal());
        assertEquals(user, refused.user());
        assertEquals(name, refused.name());
    }

    @Test
    void rulesAreOrderedWholeOrNotAtAll() throws Exception {
        UUID team = team("Support", dora).id();
        UUID first = rule("First", team).id();
        UUID second = rule("Second", team).id();
        assertEquals(List.of(new RuleProblem(second, first)), as(Role.MARKETING_ADMIN, () -> rules.problems()));
        assertEquals("order", field(() -> order(List.of(second))));
        assertEquals("order", field(() -> order(List.of(second, second))));
        order(List.of(second, first));
        assertEquals(List.of(second, first), as(Role.MARKETING_ADMIN, () -> rules.all().stream().map(RuleView::id).toList()));
        assertEquals(List.of(new RuleProblem(first, second)), as(Role.MARKETING_ADMIN, () -> rules.problems()));
    }

    private void order(List<UUID> order) throws Exception {
        as(Role.MARKETING_ADMIN, () -> {
            rules.order(order);
            return null;
        });
    }

    @Test
    void aRulesFieldsAreChecked() throws Exception {
        UUID team = team("Support", dora).id();
        rule("Korean", team);
        assertEquals(Refusal.NAME_TAKEN, refusal(() -> rule("korean", team)));
        assertEquals("name", field(() -> rule("\n", team)));
        assertEquals("team", field(() -> rule("Other", UUID.randomUUID())));
        assertEquals("agents", field(() -> as(Role.MARKETING_ADMIN,
            () -> rules.add(new RuleWish("Other", true, RuleMatching.ALL, KOREAN, Set.of(UUID.randomUUID()), null)))));
    }
}

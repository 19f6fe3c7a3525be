package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Role;
import org.agentinbox.account.SignInClient;
import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.agentinbox.answer.AnswerView;
import org.agentinbox.answer.CannedAnswers;
import org.agentinbox.audit.AuditFilter;
import org.agentinbox.audit.AuditService;
import org.agentinbox.audit.AuditView;
import org.agentinbox.companyaccount.CompanyAccountService;
import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.entry.EntryService;
import org.agentinbox.entry.EntryView;
import org.agentinbox.entry.EntryWish;
import org.agentinbox.hours.DayOff;
import org.agentinbox.it.support.Await;
import org.agentinbox.meeting.CalendarService;
import org.agentinbox.meeting.CalendarSettings;
import org.agentinbox.meeting.caldav.CalendarConnections;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.retention.PrivacyService;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleService;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.site.KeyScope;
import org.agentinbox.site.NewKey;
import org.agentinbox.site.SiteIntegration;
import org.agentinbox.summary.topic.TopicList;
import org.agentinbox.summary.topic.TopicView;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.TeamWish;
import org.agentinbox.visitor.VerifiedRecords;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What services record in the audit trail, and that nothing takes it out again. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class AuditIT {

    private final UUID admin = UUID.randomUUID();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    @EJB
    private AuditService audit;
    @EJB
    private AccountService accounts;
    @EJB
    private SignInService signIns;
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
    @EJB
    private CannedAnswers answers;
    @EJB
    private CompanyAccountService companies;
    @EJB
    private SiteIntegration site;
    @EJB
    private PrivacyService privacy;
    @EJB
    private VerifiedRecords records;
    @EJB
    private CalendarService calendar;
    @EJB
    private CalendarConnections connections;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @BeforeEach
    void hire() {
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, ?, '', false, true, now())", admin, "audit-" + admin, "Sam " + unique);
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, 'SALES_ADMIN')", admin);
        Sql.run("INSERT INTO agent (account_id) VALUES (?)", admin);
    }

    private <T> T as(Callable<T> work, String... roles) {
        try {
            return Callers.of(admin, roles).runAs(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private <T> T doing(Callable<T> work) {
        return as(work, Role.SALES_ADMIN_NAME, Role.MARKETING_ADMIN_NAME, Role.LIVE_AGENT_NAME);
    }

    private void done(Runnable work) {
        doing(() -> {
            work.run();
            return null;
        });
    }

    /** The newest entries of the admin of this test, the newest first. */
    private List<AuditView> trail() {
        return doing(() -> audit.page(new AuditFilter("Sam " + unique, null, null, null, null), null).entries());
    }

    /** The newest entry is this one, by the admin under their name. */
    private AuditView latest(AuditAct act, String before, String after) {
        AuditView entry = trail().get(0);
        assertEquals(act, entry.act());
        assertEquals("ACCOUNT", entry.who());
        assertEquals(admin, entry.actorId());
        assertEquals(json(before), entry.before());
        assertEquals(json(after), entry.after());
        return entry;
    }

    /** The database keeps members in an order of its own. */
    private static JsonObject json(String text) {
        return text.equals("null") ? null : Json.createReader(new StringReader(text)).readObject();
    }

    @Test
    void accountsAndRoles() {
        String user = "person-" + unique;
        String password = doing(() -> accounts.create(user, "Pia", null, Set.of(Role.LIVE_AGENT)));
        AuditView made = latest(AuditAct.ACCOUNT_CREATED, "null", "{\"userName\":\"" + user + "\",\"displayName\":\"Pia\",\"roles\":"
            + "[\"LIVE_AGENT\"],\"active\":true}");
        UUID id = made.subjectId();
        done(() -> accounts.change(id, Sql.version(id), "Pia Berg", null, Set.of(Role.LIVE_AGENT)));
        latest(AuditAct.ACCOUNT_CHANGED, "{\"displayName\":\"Pia\"}", "{\"displayName\":\"Pia Berg\"}");
        done(() -> accounts.change(id, Sql.version(id), "Pia Berg", null, Set.of(Role.CALENDAR_AGENT)));
        latest(AuditAct.ROLE_CHANGED, "{\"roles\":[\"LIVE_AGENT\"]}", "{\"roles\":[\"CALENDAR_AGENT\"]}");
        done(() -> accounts.activate(id, false));
        latest(AuditAct.ACCOUNT_DEACTIVATED, "{\"active\":true}", "{\"active\":false}");
        done(() -> accounts.activate(id, true));
        latest(AuditAct.ACCOUNT_ACTIVATED, "{\"active\":false}", "{\"active\":true}");
        String given = doing(() -> accounts.resetPassword(id));
        latest(AuditAct.PASSWORD_RESET, "null", "null");
        SignInResult.Success in = (SignInResult.Success) signIns.signIn(user, given, new SignInClient("192.0.2.7", "Browser", null));
        signIns.signOut(in.token());
        assertEquals(List.of("SIGN_OUT", "SIGN_IN 192.0.2.7 {\"method\":\"password\"}"), doing(() -> audit.page(new AuditFilter("Pia Berg",
            null, id.toString(), null, null), null).entries()).stream().limit(2)
            .map(e -> e.act() + (e.address() == null ? "" : " " + e.address() + " " + e.after())).toList());
        assertFalse(Sql.run("SELECT string_agg(CAST(e AS text), ' ') FROM audit_entry e").contains(password));
        assertFalse(Sql.run("SELECT string_agg(CAST(e AS text), ' ') FROM audit_entry e").contains(given));
    }

    @Test
    void teamsRulesAndEntries() {
        String name = "Team " + unique;
        TeamView team = doing(() -> teams.add(new TeamWish(name, Set.of(admin), null)));
        String sam = "{\"id\":\"" + admin + "\",\"name\":\"Sam " + unique + "\"}";
        latest(AuditAct.TEAM_CREATED, "null", "{\"name\":\"" + name + "\",\"members\":[" + sam + "]}");
        done(() -> teams.change(team.id(), team.version(), new TeamWish(name, Set.of(admin), admin)));
        latest(AuditAct.TEAM_CHANGED, "null", "{\"leadId\":" + sam + "}");
        RuleWish wish = new RuleWish("Rule " + unique, true, RuleMatching.ALL, List.of(), Set.of(), team.id());
        RuleView rule = doing(() -> rules.add(wish));
        assertTrue(latest(AuditAct.RULE_CREATED, "null", trail().get(0).after().toString()).after().toString().contains(name));
        done(() -> rules.change(rule.id(), rule.version(), new RuleWish("Rule " + unique, false, RuleMatching.ALL, List.of(), Set.of(),
            team.id())));
        latest(AuditAct.RULE_CHANGED, "{\"active\":true}", "{\"active\":false}");
        done(() -> rules.remove(rule.id()));
        assertEquals(AuditAct.RULE_REMOVED, trail().get(0).act());
        done(() -> teams.remove(team.id()));
        assertEquals(AuditAct.TEAM_REMOVED, trail().get(0).act());
        EntryWish plain = EntryWish.PLAIN;
        EntryWish named = new EntryWish("Entry", true, plain.routing(), 0, plain.booking(), false, plain.content());
        EntryView entry = doing(() -> entries.add("e" + unique, named));
        assertEquals(AuditAct.ENTRY_CREATED, trail().get(0).act());
        done(() -> entries.change(entry.id(), entry.version(), new EntryWish("Entry", false, plain.routing(), 5, plain.booking(), false,
            plain.content())));
        latest(AuditAct.ENTRY_CHANGED, "{\"active\":true,\"queueMinutes\":0}", "{\"active\":false,\"queueMinutes\":5}");
        List<UUID> order = doing(() -> entries.all().stream().map(EntryView::id).toList());
        done(() -> entries.order(order.stream().sorted(Comparator.comparing(order::indexOf).reversed()).toList()));
        assertEquals(AuditAct.ENTRIES_ORDERED, trail().get(0).act());
        done(() -> entries.remove(entry.id()));
        assertEquals(AuditAct.ENTRY_REMOVED, trail().get(0).act());
    }

    @Test
    void daysOffTopicsAnswersAndCompanies() {
        DayOffView day = doing(() -> daysOff.add(DayOffOwner.SITE, DayOff.days("Day " + unique, LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 1, 1))));
        assertEquals(AuditAct.DAY_OFF_CREATED, trail().get(0).act());
        done(() -> daysOff.remove(day.id()));
        assertEquals(AuditAct.DAY_OFF_REMOVED, trail().get(0).act());
        done(() -> topics.add("Topic " + unique, List.of("one")));
        latest(AuditAct.TOPIC_CREATED, "null", "{\"name\":\"Topic " + unique + "\",\"synonyms\":[\"one\"]}");
        TopicView topic = doing(() -> topics.all().stream().filter(t -> t.is().name().equals("Topic " + unique)).findFirst().orElseThrow());
        done(() -> topics.change(topic.is().id(), topic.version(), "Topic " + unique, List.of("two")));
        latest(AuditAct.TOPIC_CHANGED, "{\"synonyms\":[\"one\"]}", "{\"synonyms\":[\"two\"]}");
        done(() -> topics.remove(topic.is().id()));
        assertEquals(AuditAct.TOPIC_REMOVED, trail().get(0).act());
        int before = trail().size();
        AnswerView own = doing(() -> answers.add("own" + unique, "Mine", false));
        done(() -> answers.remove(own.id()));
        assertEquals(before, trail().size());
        AnswerView shared = doing(() -> answers.add("a" + unique, "Hello", true));
        assertEquals(AuditAct.ANSWER_CREATED, trail().get(0).act());
        done(() -> answers.change(shared.id(), null, "a" + unique, "Hi", true));
        latest(AuditAct.ANSWER_CHANGED, "{\"text\":\"Hello\"}", "{\"text\":\"Hi\"}");
        done(() -> answers.remove(shared.id()));
        assertEquals(AuditAct.ANSWER_REMOVED, trail().get(0).act());
        String domain = unique + ".example";
        done(() -> companies.add(domain, admin, null));
        assertEquals(AuditAct.COMPANY_ACCOUNT_CREATED, trail().get(0).act());
        done(() -> companies.change(domain, admin, "Lind"));
        assertEquals(domain, latest(AuditAct.COMPANY_ACCOUNT_CHANGED, "null", "{\"company\":\"Lind\"}").subjectName());
        for (Callable<byte[]> export : List.<Callable<byte[]>>of(companies::exportFile, answers::exportFile, topics::exportFile)) {
            doing(export);
            assertEquals(AuditAct.EXPORT, trail().get(0).act());
        }
        assertEquals(List.of("TOPIC", "ANSWER", "COMPANY_ACCOUNT"), trail().stream().limit(3).map(AuditView::subject).toList());
        done(() -> companies.remove(domain));
        assertEquals(AuditAct.COMPANY_ACCOUNT_REMOVED, trail().get(0).act());
    }

    @Test
    void keysSecretsAndPrivacy() {
        String key = doing(() -> site.newKey(new NewKey("CRM " + unique, Set.of(KeyScope.READ), 12)));
        UUID id = trail().get(0).subjectId();
        assertEquals(AuditAct.API_KEY_CREATED, trail().get(0).act());
        assertThrows(RefusedException.class, () -> records.check(key));
        Await.until("the refusal is recorded", Duration.ofSeconds(20), () -> "KEY".equals(Sql.run(
            "SELECT actor_kind FROM audit_entry WHERE act = 'API_KEY_REFUSED' AND actor_id = ?", id)));
        done(() -> site.takeOver(id));
        done(() -> site.revoke(id));
        assertEquals(AuditAct.API_KEY_REVOKED, trail().get(0).act());
        String secret = doing(site::newSecret);
        assertEquals(AuditAct.SITE_SECRET_CREATED, trail().get(0).act());
        UUID visitor = UUID.randomUUID();
        Sql.run("INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (?, 0, 'Vera Lind', now(), now())", visitor);
        doing(() -> privacy.export(visitor));
        done(() -> privacy.hold(visitor, "a law suit"));
        done(() -> privacy.lift(visitor));
        done(() -> privacy.erase(visitor, visitor.toString().substring(28)));
        assertEquals(List.of(AuditAct.ERASURE, AuditAct.HOLD_LIFTED, AuditAct.HOLD_SET, AuditAct.EXPORT),
            trail().stream().limit(4).map(AuditView::act).toList());
        assertTrue(trail().stream().limit(4).allMatch(e -> e.subjectId().equals(visitor) && e.subjectName() == null));
        String all = Sql.run("SELECT string_agg(CAST(e AS text), ' ') FROM audit_entry e");
        for (String never : List.of(key, secret, "Vera Lind", "a law suit")) {
            assertFalse(all.contains(never), never);
        }
    }

    @Test
    void howSomebodyCanBeMet() {
        CalendarSettings settings = doing(calendar::mine);
        done(() -> calendar.save(new CalendarSettings(settings.zone(), settings.blocks(), 45, settings.bufferMinutes(),
            settings.noticeMinutes(), settings.horizonDays(), null, null, null)));
        latest(AuditAct.CALENDAR_SETTINGS_CHANGED, "{\"lengthMinutes\":30}", "{\"lengthMinutes\":45}");
        int before = trail().size();
        done(connections::disconnect);
        assertEquals(before, trail().size());
    }

    @Test
    void whatIsRolledBackLeavesNothing() {
        done(() -> topics.add("Kept " + unique, List.of()));
        int before = trail().size();
        assertThrows(RefusedException.class, () -> done(() -> topics.add("Kept " + unique, List.of())));
        assertThrows(RefusedException.class, () -> doing(() -> privacy.export(UUID.randomUUID())));
        assertEquals(before, trail().size());
    }

    @Test
    void failuresOfOneAddressAreBounded() {
        String address = "2001:db8::" + unique.substring(0, 4);
        for (int i = 0; i < 30; i++) {
            signIns.signIn("nobody-" + unique + i, "secret-guess", new SignInClient(address, "Browser", null));
            Sql.run("DELETE FROM sign_in_failure");
        }
        Await.until("failures are recorded", Duration.ofSeconds(20), () -> "20".equals(count(address)));
        assertEquals("20", count(address));
        assertFalse(Sql.run("SELECT string_agg(CAST(e AS text), ' ') FROM audit_entry e").contains("nobody-" + unique));
    }

    private static String count(String address) {
        return Sql.run("SELECT count(*) FROM audit_entry WHERE act = 'SIGN_IN_FAILED' AND address = ?", address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET act = 'EXPORT'", "DELETE FROM audit_entry", "TRUNCATE audit_entry",
        "WITH s AS (SELECT set_config('agentinbox.audit_cutoff', '2999-01-01', true)) DELETE FROM audit_entry USING s"})
    void theTrailCannotBeChanged(String statement) {
        done(() -> topics.add("Any " + unique, List.of()));
        AssertionError refused = assertThrows(AssertionError.class, () -> Sql.run(statement));
        assertTrue(refused.getMessage().contains("the audit trail is never changed"), refused.getMessage());
    }

    @Test
    void whatIsOldGoesAndNothingElse() {
        for (int days : new int[]{10, 29, 31, 500}) {
            Sql.run("INSERT INTO audit_entry (id, at, actor_kind, act, subject_name) VALUES "
                + "(gen_random_uuid(), now() - make_interval(days => ?), 'SYSTEM', 'EXPORT', ?)", days, "old " + unique);
        }
        Sql.run("SELECT purge_audit(now() - interval '400 days', 1000)");
        assertEquals("3", old());
        Sql.run("SELECT purge_audit(now() + interval '1 day', 1000)");
        assertEquals("2", old());
    }

    private String old() {
        return Sql.run("SELECT count(*) FROM audit_entry WHERE subject_name = ?", "old " + unique);
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (String role : List.of(Role.LIVE_AGENT_NAME, Role.CALENDAR_AGENT_NAME, Role.PASSKEY_REQUIRED_NAME)) {
            assertThrows(EJBAccessException.class, () -> as(() -> audit.page(AuditFilter.ALL, null), role));
            assertThrows(EJBAccessException.class, () -> as(() -> audit.file(AuditFilter.ALL), role));
        }
        assertThrows(EJBAccessException.class, () -> audit.page(AuditFilter.ALL, null));
        assertTrue(as(() -> audit.page(AuditFilter.ALL, null), Role.MARKETING_ADMIN_NAME).entries().stream()
            .allMatch(entry -> entry.address() == null));
        String file = new String(doing(() -> audit.file(AuditFilter.ALL)), StandardCharsets.UTF_8);
        assertTrue(file.startsWith("at,who,who_id,who_name,address,act,"), file);
        assertEquals(AuditAct.EXPORT, trail().get(0).act());
    }
}

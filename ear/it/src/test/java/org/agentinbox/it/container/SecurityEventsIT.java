package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.OwnSignIns;
import org.agentinbox.account.Role;
import org.agentinbox.account.SignInClient;
import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.agentinbox.retention.PrivacyService;
import org.agentinbox.site.KeyScope;
import org.agentinbox.site.NewKey;
import org.agentinbox.site.SiteIntegration;
import org.agentinbox.visitor.VerifiedRecords;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;

/** What services log of security, once it has been committed or refused, and without any secret. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class SecurityEventsIT {

    private static final Logger LOG = Logger.getLogger("org.agentinbox.security");
    private static final SignInClient CLIENT = new SignInClient("192.0.2.8", "Browser\nFAKE", null);

    private final Recorder recorder = new Recorder();
    private final UUID admin = UUID.randomUUID();
    private final String userName = "events-" + UUID.randomUUID();
    @EJB
    private AccountService accounts;
    @EJB
    private OwnSignIns ownSignIns;
    @EJB
    private SignInService signIns;
    @EJB
    private SiteIntegration site;
    @EJB
    private VerifiedRecords records;
    @EJB
    private PrivacyService privacy;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    /** Keeps what is logged. */
    private static final class Recorder extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            lines.add(logged.getLevel() + " " + logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void record() {
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", admin, "admin-" + admin);
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, 'SALES_ADMIN')", admin);
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(recorder);
    }

    private static <T> T as(UUID account, Callable<T> work) {
        try {
            return Callers.of(account, Role.SALES_ADMIN_NAME, Role.MARKETING_ADMIN_NAME).runAs(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void doing(Runnable work) {
        as(admin, () -> {
            work.run();
            return null;
        });
    }

    /** What was logged since, which is forgotten. */
    private List<String> logged() {
        List<String> lines = List.copyOf(recorder.lines);
        recorder.lines.clear();
        return lines;
    }

    private UUID account() {
        return UUID.fromString(Sql.run("SELECT id FROM account WHERE user_name = ?", userName));
    }

    private String newAccount() {
        String password = as(admin, () -> accounts.create(userName, null, null, Set.of(Role.LIVE_AGENT)));
        assertEquals(List.of("INFO event=account-made account=" + account() + " user=" + userName + " by=" + admin + " roles=LIVE_AGENT"),
            logged());
        return password;
    }

    private SignInResult signIn(String password) {
        return signIns.signIn(userName, password, CLIENT);
    }

    @Test
    void signingInAndOut() {
        String password = newAccount();
        SignInResult.Success success = (SignInResult.Success) signIn(password);
        String who = " account=" + account();
        assertEquals(List.of("INFO event=sign-in" + who + " user=" + userName + " sign-in=" + success.signedIn().id()
            + " method=password browser=\"Browser\\u000aFAKE\" address=192.0.2.8"), logged());
        assertEquals(new SignInResult.Wrong(), signIn("guess-of-somebody"));
        List<String> failed = logged();
        assertEquals(List.of("WARNING event=sign-in-failed" + who + " user=" + userName + " reason=wrong failures="
            + failed.get(0).replaceFirst(".*failures=", "")), failed);
        assertTrue(failed.get(0).contains("account:1"), failed.get(0));
        signIns.signOut(success.token());
        signIns.signOut(success.token());
        assertEquals(List.of("INFO event=sign-out" + who + " sign-in=" + success.signedIn().id()), logged());
        signIns.signIn("nobody-" + password, "x", CLIENT);
        String nobody = logged().toString();
        assertTrue(nobody.startsWith("[WARNING event=sign-in-failed account=none user=unknown") && !nobody.contains(password), nobody);
    }

    @Test
    void endingSignInsAndChangingAccounts() {
        String password = newAccount();
        signIn(password);
        signIn(password);
        logged();
        UUID id = account();
        String who = " account=" + id + " user=" + userName + " by=" + admin;
        String ended = "INFO event=sign-ins-ended account=" + id + " by=" + admin + " count=";
        doing(() -> accounts.change(id, Sql.version(id), "Somebody else", null, Set.of(Role.CALENDAR_AGENT)));
        assertEquals(List.of(ended + "2 reason=roles-taken", "INFO event=account-changed" + who + " roles=CALENDAR_AGENT"), logged());
        signIn(password);
        logged();
        String given = as(admin, () -> accounts.resetPassword(id));
        assertEquals(List.of(ended + "1 reason=password-reset", "INFO event=one-time-password" + who), logged());
        signIn(given);
        logged();
        doing(() -> accounts.activate(id, false));
        assertEquals(List.of(ended + "1 reason=deactivated", "INFO event=account-deactivated" + who + " roles=CALENDAR_AGENT"), logged());
        doing(() -> accounts.activate(id, true));
        assertEquals(List.of("INFO event=account-activated" + who + " roles=CALENDAR_AGENT"), logged());
        signIn(given);
        logged();
        as(id, () -> {
            ownSignIns.endOthers(UUID.randomUUID());
            return null;
        });
        assertEquals(List.of("INFO event=sign-ins-ended account=" + id + " by=" + id + " count=1 reason=by-hand"), logged());
    }

    @Test
    void changingOnesPassword() {
        String password = newAccount();
        UUID id = account();
        assertThrows(RefusedException.class, () -> as(id, () -> {
            accounts.changePassword("not this one", "forty blue whales", UUID.randomUUID());
            return null;
        }));
        assertEquals(List.of("WARNING event=password-change-failed account=" + id + " user=" + userName), logged());
        as(id, () -> {
            accounts.changePassword(password, "forty blue whales", UUID.randomUUID());
            return null;
        });
        assertEquals(List.of("INFO event=password-changed account=" + id + " user=" + userName + " by=" + id), logged());
    }

    @Test
    void whatIsRolledBackIsNotLogged() {
        assertThrows(RefusedException.class, () -> doing(() -> accounts.change(UUID.randomUUID(), 0, null, null, Set.of(Role.LIVE_AGENT))));
        assertThrows(RefusedException.class, () -> doing(() -> privacy.export(UUID.randomUUID())));
        assertEquals(List.of(), logged());
    }

    @Test
    void keys() {
        String key = as(admin, () -> site.newKey(new NewKey("the CRM", Set.of(KeyScope.READ), 12)));
        UUID id = UUID.fromString(Sql.run("SELECT id FROM api_key WHERE key_hash = ?", Tokens.hash(key)));
        assertEquals(List.of("INFO event=api-key-made by=" + admin + " key=" + id + " name=\"the CRM\" scopes=READ"), logged());
        assertThrows(RefusedException.class, () -> records.check(key));
        assertEquals(List.of("WARNING event=api-key-refused key=" + id + " reason=lacks-scope-VISITORS"), logged());
        doing(() -> site.takeOver(id));
        doing(() -> site.revoke(id));
        assertEquals(List.of("INFO event=api-key-taken-over by=" + admin + " key=" + id,
            "INFO event=api-key-revoked by=" + admin + " key=" + id), logged());
        assertThrows(RefusedException.class, () -> records.check(key));
        assertThrows(RefusedException.class, () -> records.check("aik_made-up"));
        List<String> refused = logged();
        assertEquals(List.of("WARNING event=api-key-refused key=" + id + " reason=REVOKED", "WARNING event=api-key-refused reason=unknown"),
            refused);
        as(admin, site::newSecret);
        assertEquals(List.of("INFO event=site-secret-made by=" + admin), logged());
        assertFalse(refused.toString().contains("made-up"));
    }

    @Test
    void exportsHoldsAndErasures() {
        UUID visitor = UUID.randomUUID();
        Sql.run("INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (?, 0, 'Vera Lind', now(), now())", visitor);
        as(admin, () -> privacy.export(visitor));
        doing(() -> privacy.hold(visitor, "a law suit"));
        doing(() -> privacy.lift(visitor));
        doing(() -> privacy.erase(visitor, visitor.toString().substring(28)));
        assertEquals(Stream.of("erasure", "export", "legal-hold-lifted", "legal-hold-placed")
            .map(event -> "INFO event=" + event + " by=" + admin + " visitor=" + visitor).toList(),
            logged().stream().sorted().toList());
    }
}

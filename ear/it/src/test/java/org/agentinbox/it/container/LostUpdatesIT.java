package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;
import org.agentinbox.answer.AnswerView;
import org.agentinbox.answer.CannedAnswers;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;

/** Tests that whoever saves an account or a canned answer does not undo what somebody else has saved since they read it. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class LostUpdatesIT {

    private final UUID admin = UUID.randomUUID();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @EJB
    private AccountService accounts;
    @EJB
    private CannedAnswers answers;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @BeforeEach
    void hire() {
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", admin, "admin-" + admin);
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, 'SALES_ADMIN')", admin);
    }

    private <T> T asSalesAdmin(Callable<T> call) throws Exception {
        return Callers.of(admin, Role.SALES_ADMIN_NAME).runAs(call);
    }

    private void assertChangedMeanwhile(Callable<?> late) {
        assertEquals(Refusal.CHANGED_MEANWHILE, assertThrows(RefusedException.class, () -> asSalesAdmin(late)).refusal());
    }

    private AccountView stored(String userName) throws Exception {
        return asSalesAdmin(() -> accounts.all().stream().filter(one -> one.userName().equals(userName)).findFirst().orElseThrow());
    }

    private Callable<Void> changed(AccountView read, String name) {
        return () -> {
            accounts.change(read.id(), read.version(), name, null, Set.of(Role.LIVE_AGENT));
            return null;
        };
    }

    @Test
    void ofAccounts() throws Exception {
        String userName = "twice-" + unique;
        asSalesAdmin(() -> accounts.create(userName, "Pia", null, Set.of(Role.LIVE_AGENT)));
        AccountView read = stored(userName);
        asSalesAdmin(changed(read, "Pia Berg"));
        assertChangedMeanwhile(changed(read, "Pia Klein"));
        assertEquals("Pia Berg", stored(userName).displayName());
        asSalesAdmin(changed(stored(userName), "Pia Klein"));
        assertEquals("Pia Klein", stored(userName).displayName());
    }

    @Test
    void ofCannedAnswers() throws Exception {
        String shortcut = "twice-" + unique;
        AnswerView read = asSalesAdmin(() -> answers.add(shortcut, "Hello", true));
        AnswerView first = asSalesAdmin(() -> answers.change(read.id(), read.version(), shortcut, "Hi", true));
        assertChangedMeanwhile(() -> answers.change(read.id(), read.version(), shortcut, "Good day", true));
        assertEquals("Good day", asSalesAdmin(() -> answers.change(read.id(), first.version(), shortcut, "Good day", true)).text());
    }
}

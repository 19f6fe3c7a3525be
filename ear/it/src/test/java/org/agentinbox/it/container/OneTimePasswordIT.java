package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Role;
import org.agentinbox.account.SignInClient;
import org.agentinbox.account.SignInResult;
import org.agentinbox.account.SignInService;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;

/** Tests that a password given by a sales admin works for 72 hours, and that a sales admin has to give another one after that. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class OneTimePasswordIT {

    @EJB
    private AccountService accounts;
    @EJB
    private SignInService signIns;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private SignInResult signIn(String userName, String password) {
        return signIns.signIn(userName, password, new SignInClient("192.0.2.1", "a browser", null));
    }

    private static <T> T asSalesAdmin(Callable<T> call) throws Exception {
        return Callers.of(UUID.randomUUID(), Role.SALES_ADMIN_NAME).runAs(call);
    }

    /** Moves the password's time back, as if so much time had passed. */
    private static void wait(String userName, String howLong) {
        Sql.run("UPDATE account SET password_ends_at = password_ends_at - CAST(? AS interval), version = version + 1 WHERE user_name = ?",
            howLong, userName);
    }

    @Test
    void itServesFor72HoursAndAnotherOneBeginsAnew() throws Exception {
        String userName = "new-" + UUID.randomUUID();
        String first = asSalesAdmin(() -> accounts.create(userName, null, null, Set.of(Role.CALENDAR_AGENT)));
        wait(userName, "71 hours 59 minutes");
        assertInstanceOf(SignInResult.Success.class, signIn(userName, first));
        wait(userName, "1 minute");
        assertInstanceOf(SignInResult.Expired.class, signIn(userName, first));
        assertInstanceOf(SignInResult.Wrong.class, signIn(userName, first + "x"), "only who has it is told");
        UUID id = UUID.fromString(Sql.run("SELECT id FROM account WHERE user_name = ?", userName));
        String second = asSalesAdmin(() -> accounts.resetPassword(id));
        assertInstanceOf(SignInResult.Wrong.class, signIn(userName, first));
        assertInstanceOf(SignInResult.Success.class, signIn(userName, second));
        wait(userName, "73 hours");
        assertInstanceOf(SignInResult.Expired.class, signIn(userName, second));
    }
}

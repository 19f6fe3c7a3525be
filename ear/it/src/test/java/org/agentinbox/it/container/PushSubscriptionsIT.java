package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.agentinbox.account.AccountChanged;
import org.agentinbox.account.PasswordReset;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

/**
 * Tests that push subscriptions are removed together with the right to take chats, and that the key for push services exists from the first
 * start on.
 */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class PushSubscriptionsIT {

    @Inject
    private Event<AccountChanged> changed;
    @Inject
    private Event<PasswordReset> reset;
    @Inject
    private UserTransaction transaction;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID subscribedAccount() {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "push-" + id);
        Sql.run("INSERT INTO push_subscription (id, account_id, endpoint, public_key, auth, label, locale, created_at, seen_at) "
            + "VALUES (?, ?, ?, '', '', '', 'en', now(), now())", UUID.randomUUID(), id, "https://fcm.googleapis.com/" + id);
        return id;
    }

    private void change(UUID account, boolean takesChats) throws Exception {
        transaction.begin();
        changed.fire(new AccountChanged(account, takesChats));
        transaction.commit();
    }

    @Test
    void aNewPasswordForgetsTheDevicesOfTheOldOne() throws Exception {
        UUID robbed = subscribedAccount();
        UUID other = subscribedAccount();
        transaction.begin();
        reset.fire(new PasswordReset(robbed));
        transaction.commit();
        assertEquals("0", subscriptions(robbed));
        assertEquals("1", subscriptions(other));
    }

    private static String subscriptions(UUID account) {
        return Sql.run("SELECT count(*) FROM push_subscription WHERE account_id = ?", account);
    }

    @Test
    void whoTakesNoChatsAnyMoreGetsNoPushes() throws Exception {
        UUID leaves = subscribedAccount();
        UUID stays = subscribedAccount();
        change(stays, true);
        change(leaves, false);
        assertEquals("0", subscriptions(leaves));
        assertEquals("1", subscriptions(stays));
    }

    @Test
    void thereIsOneKey() {
        assertEquals("1", Sql.run("SELECT count(*) FROM vapid_key WHERE length(public_key) = 65 AND length(private_key) > 32"));
    }
}

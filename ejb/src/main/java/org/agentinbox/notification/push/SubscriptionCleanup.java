package org.agentinbox.notification.push;

import java.util.UUID;

import org.agentinbox.account.AccountChanged;
import org.agentinbox.account.PasswordReset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Who takes no chats any more gets no pushes any more, and nor do the devices on which a password was lost: visitors' names must
 * not appear there.
 */
@ApplicationScoped
class SubscriptionCleanup {

    @PersistenceContext
    private EntityManager em;

    void accountChanged(@Observes AccountChanged account) {
        if (!account.takesChats()) {
            forgetDevices(account.account());
        }
    }

    void passwordReset(@Observes PasswordReset reset) {
        forgetDevices(reset.account());
    }

    private void forgetDevices(UUID account) {
        em.createQuery("DELETE FROM PushSubscription s WHERE s.accountId = :account").setParameter("account", account).executeUpdate();
    }
}

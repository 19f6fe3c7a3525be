package org.agentinbox.notification;

import org.agentinbox.account.AccountChanged;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Who takes no chats any more gets no pushes any more: visitors' names must not appear on the devices of somebody who left. */
@ApplicationScoped
class SubscriberWatch {

    @PersistenceContext
    private EntityManager em;

    void accountChanged(@Observes AccountChanged account) {
        if (!account.takesChats()) {
            em.createQuery("DELETE FROM PushSubscription s WHERE s.accountId = :account").setParameter("account", account.account()).executeUpdate();
        }
    }
}

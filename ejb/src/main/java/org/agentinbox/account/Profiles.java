package org.agentinbox.account;

import java.util.UUID;

import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The rows behind {@link ProfileService}. */
@ApplicationScoped
class Profiles {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Accounts accounts;
    @Inject
    private Audit audit;

    @Transactional
    void change(UUID id, Profile profile) {
        Account account = accounts.lock(id);
        AccountView before = account.view();
        account.describe(profile);
        accounts.tell(account);
        audit.record(Accounts.about(AuditAct.ACCOUNT_CHANGED, account, id).changed(Accounts.AccountFacts.of(before),
            Accounts.AccountFacts.of(account.view())));
    }

    @Transactional
    void changePhoto(UUID id, Photo photo) {
        Account account = accounts.lock(id);
        remove(id);
        em.persist(new AccountPhoto(id, photo));
        account.changePhoto(UUID.randomUUID());
        accounts.tell(account);
        audit.record(Accounts.about(AuditAct.PHOTO_CHANGED, account, id));
    }

    @Transactional
    void removePhoto(UUID id) {
        Account account = accounts.lock(id);
        if (remove(id)) {
            account.changePhoto(null);
            accounts.tell(account);
            audit.record(Accounts.about(AuditAct.PHOTO_REMOVED, account, id));
        }
    }

    private boolean remove(UUID id) {
        return em.createQuery("DELETE FROM AccountPhoto p WHERE p.accountId = :id").setParameter("id", id).executeUpdate() > 0;
    }
}

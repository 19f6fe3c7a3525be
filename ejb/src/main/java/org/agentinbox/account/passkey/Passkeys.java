package org.agentinbox.account.passkey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.agentinbox.platform.Settings;

/** The rows of passkeys. Works in its caller's transaction. */
@ApplicationScoped
class Passkeys {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Settings settings;

    /** Empty where browsers offer no passkeys at the installation's address. */
    Optional<RelyingParty> relyingParty() {
        return RelyingParty.of(settings.url());
    }

    List<Passkey> of(UUID account) {
        return em.createQuery("SELECT p FROM Passkey p WHERE p.accountId = :account ORDER BY p.createdAt, p.id", Passkey.class)
            .setParameter("account", account).getResultList();
    }

    Optional<UUID> owner(byte[] credentialId) {
        return em.createQuery("SELECT p.accountId FROM Passkey p WHERE p.credentialId = :id", UUID.class).setParameter("id", credentialId)
            .getResultStream().findFirst();
    }

    /** The passkey of that account, locked: two uses come one by one, so that the counter is compared with the last one. */
    Optional<Passkey> lock(byte[] credentialId, UUID account) {
        return em.createQuery("SELECT p FROM Passkey p WHERE p.credentialId = :id AND p.accountId = :account", Passkey.class)
            .setParameter("id", credentialId).setParameter("account", account).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst();
    }

    void add(Passkey passkey) {
        em.persist(passkey);
    }

    /** @return its label; empty where it is not there, or not this account's */
    Optional<String> remove(UUID id, UUID account) {
        List<?> labels = em.createNativeQuery("DELETE FROM passkey WHERE id = :id AND account_id = :account RETURNING label", String.class)
            .setParameter("id", id).setParameter("account", account).getResultList();
        return labels.stream().map(String.class::cast).findFirst();
    }

    int removeAll(UUID account) {
        return em.createNativeQuery("DELETE FROM passkey WHERE account_id = :account").setParameter("account", account).executeUpdate();
    }

    /** The account's password hash, which stays the same until the caller's transaction ends. */
    String holdPasswordHash(UUID account) {
        return (String) em.createNativeQuery("SELECT password_hash FROM account WHERE id = :id FOR NO KEY UPDATE")
            .setParameter("id", account).getSingleResult();
    }
}

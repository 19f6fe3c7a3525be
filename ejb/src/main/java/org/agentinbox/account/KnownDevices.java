package org.agentinbox.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The browsers in which people have signed in before: whatever strangers try with somebody's user name, these are not held up by it.
 * Works in its caller's transaction.
 */
@ApplicationScoped
class KnownDevices {

    /** A browser is forgotten that nobody has signed in with for so long. */
    static final Duration LIFE = Duration.ofDays(180);
    /** Each may guess by itself, so there is an end to them: who knew a password once cannot gather devices for guessing the next one. */
    private static final int MOST = 10;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** @return the device, where this account has signed in there before */
    Optional<UUID> find(UUID account, String token) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        List<?> found = em
            .createNativeQuery("SELECT id FROM known_device WHERE account_id = :account AND token_hash = :hash AND used_at > :old")
            .setParameter("account", account).setParameter("hash", Tokens.hash(token)).setParameter("old", clock.instant().minus(LIFE))
            .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    /**
     * Notes that somebody has signed in.
     *
     * @param token what the browser sent, or null
     * @return the token that it keeps from now on; one of its own unless it had one of ours, so that nobody chooses it for somebody else
     */
    String remember(UUID account, String token) {
        Instant now = clock.instant();
        String kept = isOurs(token) ? token : Tokens.next();
        em.createNativeQuery("INSERT INTO known_device (id, account_id, token_hash, used_at) VALUES (:id, :account, :hash, :now) "
            + "ON CONFLICT (account_id, token_hash) DO UPDATE SET used_at = :now")
            .setParameter("id", Ids.next(now)).setParameter("account", account).setParameter("hash", Tokens.hash(kept))
            .setParameter("now", now).executeUpdate();
        em.createNativeQuery("DELETE FROM known_device WHERE account_id = :account AND id NOT IN "
            + "(SELECT id FROM known_device WHERE account_id = :account ORDER BY used_at DESC, id DESC LIMIT " + MOST + ")")
            .setParameter("account", account).executeUpdate();
        return kept;
    }

    private boolean isOurs(String token) {
        return token != null && !token.isEmpty() && !em.createNativeQuery("SELECT 1 FROM known_device WHERE token_hash = :hash LIMIT 1")
            .setParameter("hash", Tokens.hash(token)).getResultList().isEmpty();
    }

    void removeOld() {
        em.createNativeQuery("DELETE FROM known_device WHERE used_at <= :old").setParameter("old", clock.instant().minus(LIFE))
            .executeUpdate();
    }
}

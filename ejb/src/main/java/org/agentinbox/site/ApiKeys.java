package org.agentinbox.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Checks the keys of programs. Works in its caller's transaction. */
@ApplicationScoped
public class ApiKeys {

    /** How often the use of a key is recorded at most, so that the concurrent calls of a busy program do not wait for the key's row. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * Checks a key, and records that it was used.
     *
     * @param key what the program sent, or null
     * @throws RefusedException {@link Refusal#WRONG_KEY}
     */
    public void check(String key) {
        UUID id = em.createQuery("SELECT k.id FROM ApiKey k WHERE k.keyHash = :hash AND k.revokedAt IS NULL", UUID.class)
            .setParameter("hash", Tokens.hash(key == null ? "" : key)).getResultStream().findFirst()
            .orElseThrow(() -> new RefusedException(Refusal.WRONG_KEY, "This needs an API key that holds: Authorization: Bearer aik_…"));
        Instant now = clock.instant();
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :now WHERE k.id = :id AND (k.lastUsedAt IS NULL OR k.lastUsedAt < :earlier)")
            .setParameter("now", now).setParameter("id", id).setParameter("earlier", now.minus(NOTED)).executeUpdate();
    }
}

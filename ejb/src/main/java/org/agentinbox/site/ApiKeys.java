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

/** Knows programs by their keys. Works in its caller's transaction. */
@ApplicationScoped
public class ApiKeys {

    /** Often enough to see whether a key is still in use; seldom enough that a busy program does not wait for its own row. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * Lets who has a key pass, and notes that it was used.
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

package org.agentinbox.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Administrators;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;
import org.agentinbox.platform.securitylog.SecurityLog;

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
    @Inject
    private Administrators administrators;
    @Inject
    private SecurityLog securityLog;
    @Inject
    private Audit audit;

    /**
     * Checks a key, and records that it was used.
     *
     * @param key what the program sent, or null
     * @param scope what it wants to do
     * @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED} where the key works but lacks the scope
     */
    public void check(String key, KeyScope scope) {
        ApiKey found = em.createQuery("SELECT k FROM ApiKey k WHERE k.keyHash = :hash", ApiKey.class)
            .setParameter("hash", Tokens.hash(key == null ? "" : key)).getResultStream().findFirst()
            .orElseThrow(() -> {
                securityLog.refused(SecurityEvent.of("api-key-refused").with("reason", key == null ? "missing" : "unknown"));
                return new RefusedException(Refusal.WRONG_KEY, "This needs an API key that works: Authorization: Bearer aik_…");
            });
        Instant now = clock.instant();
        KeyState state = found.state(now, isAdministrator(found.ownerId()));
        try {
            found.require(scope, state);
        } catch (RefusedException e) {
            String why = e.refusal() == Refusal.NOT_ALLOWED ? "lacks-scope-" + scope : state.name();
            audit.refused(AuditRecord.of(AuditAct.API_KEY_REFUSED).about(AuditSubject.API_KEY, found.id(), found.name())
                .byKey(found.id(), found.name()).changed(null, Map.of("reason", why))
                .logged(SecurityEvent.of("api-key-refused").with("key", found.id()).with("reason", why)));
            throw e;
        }
        audit.isByKey(found.id(), found.name());
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :now WHERE k.id = :id AND (k.lastUsedAt IS NULL OR k.lastUsedAt < :earlier)")
            .setParameter("now", now).setParameter("id", found.id()).setParameter("earlier", now.minus(NOTED)).executeUpdate();
    }

    private boolean isAdministrator(UUID owner) {
        return owner != null && !administrators.among(Set.of(owner)).isEmpty();
    }
}

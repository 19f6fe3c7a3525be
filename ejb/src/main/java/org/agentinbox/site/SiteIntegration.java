package org.agentinbox.site;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.account.Administrators;
import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The administration of the site's secret and of API keys. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class SiteIntegration {

    /** The time for bringing a new secret to all servers of a site. */
    private static final Duration OVERLAP = Duration.ofDays(7);

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private SiteSecrets secrets;
    @Inject
    private Directory directory;
    @Inject
    private Administrators administrators;
    @Inject
    private Audit audit;

    /** @return when the secret was made and until when the one before is valid, never the secret itself */
    public SiteSecretView secret() {
        List<SiteSecret> valid = secrets.valid();
        return new SiteSecretView(
            valid.stream().filter(s -> s.endsAt() == null).map(SiteSecret::createdAt).findFirst().orElse(null),
            valid.stream().map(SiteSecret::endsAt).filter(Objects::nonNull).findFirst().orElse(null));
    }

    /**
     * Makes a secret. The previous one stays valid for a week; an older one ends at once.
     *
     * @return the secret; it is never returned again
     */
    public String newSecret() {
        Instant now = clock.instant();
        endPreviousSecret();
        secrets.valid().forEach(s -> s.endAt(now.plus(OVERLAP)));
        // Updates before the insert, because an index allows only one secret without an end.
        em.flush();
        String secret = Tokens.next();
        em.persist(new SiteSecret(Ids.next(now), secret, now));
        audit.record(
            AuditRecord.of(AuditAct.SITE_SECRET_CREATED).about(AuditSubject.SITE_SECRET, null, null).logged(event("site-secret-made")));
        return secret;
    }

    /** Ends the validity of the previous secret at once. */
    public void endPreviousSecret() {
        if (em.createQuery("DELETE FROM SiteSecret s WHERE s.endsAt IS NOT NULL").executeUpdate() > 0) {
            audit.record(
                AuditRecord.of(AuditAct.SITE_SECRET_ENDED).about(AuditSubject.SITE_SECRET, null, null).logged(event("site-secret-ended")));
        }
    }

    /** @return all API keys, those that work first, the newest first */
    public List<ApiKeyView> keys() {
        List<ApiKey> keys = em.createQuery("SELECT k FROM ApiKey k ORDER BY k.createdAt DESC", ApiKey.class).getResultList();
        Set<UUID> known = keys.stream().flatMap(k -> Stream.of(k.createdBy(), k.ownerId()).filter(Objects::nonNull))
            .collect(Collectors.toSet());
        Map<UUID, Person> people = directory.people(known);
        Set<UUID> admins = administrators.among(known);
        Instant now = clock.instant();
        return keys.stream()
            .map(k -> k.view(name(people, k.createdBy()), name(people, k.ownerId()), k.state(now, admins.contains(k.ownerId()))))
            .sorted(Comparator.comparing(k -> !k.state().isValid())).toList();
    }

    private static String name(Map<UUID, Person> people, UUID id) {
        return Optional.ofNullable(id).map(people::get).map(Person::name).orElse(null);
    }

    /**
     * Makes an API key. It works no longer than the caller is an administrator, unless another one takes it over.
     *
     * @param wanted what it is for and may do
     * @return the key; it is never returned again
     * @throws RefusedException {@link Refusal#INVALID_FIELD}
     */
    public String newKey(NewKey wanted) {
        String key = ApiKey.PREFIX + Tokens.next();
        ApiKey made = new ApiKey(Ids.next(clock.instant()), wanted, key, Caller.account(context), clock.instant());
        em.persist(made);
        audit.record(AuditRecord.of(AuditAct.API_KEY_CREATED).about(AuditSubject.API_KEY, made.id(), wanted.name()).changed(null, wanted)
            .logged(event("api-key-made").with("key", made.id()).with("name", wanted.name()).with("scopes", wanted.scopes())));
        return key;
    }

    /**
     * Makes a key the caller's: it works as long as the caller is an administrator, whatever becomes of its owner before.
     *
     * @param id of the key
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_ALLOWED} where it was revoked or its time is up
     */
    public void takeOver(UUID id) {
        ApiKey key = found(id);
        Map<String, UUID> before = owner(key);
        key.takeOver(Caller.account(context), clock.instant());
        audit.record(AuditRecord.of(AuditAct.API_KEY_TAKEN_OVER).about(AuditSubject.API_KEY, id, key.name()).changed(before, owner(key))
            .logged(event("api-key-taken-over").with("key", id)));
    }

    /**
     * Revokes a key at once.
     *
     * @param id of the key
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void revoke(UUID id) {
        ApiKey key = found(id);
        key.revoke(clock.instant());
        audit.record(AuditRecord.of(AuditAct.API_KEY_REVOKED).about(AuditSubject.API_KEY, id, key.name())
            .logged(event("api-key-revoked").with("key", id)));
    }

    private static Map<String, UUID> owner(ApiKey key) {
        return key.ownerId() == null ? Map.of() : Map.of("owner", key.ownerId());
    }

    private SecurityEvent event(String name) {
        return SecurityEvent.of(name).by(Caller.account(context));
    }

    private ApiKey found(UUID id) {
        return Optional.ofNullable(em.find(ApiKey.class, id))
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such key."));
    }
}

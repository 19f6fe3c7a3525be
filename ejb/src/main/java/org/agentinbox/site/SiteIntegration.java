package org.agentinbox.site;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;

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
        return secret;
    }

    /** Ends the validity of the previous secret at once. */
    public void endPreviousSecret() {
        em.createQuery("DELETE FROM SiteSecret s WHERE s.endsAt IS NOT NULL").executeUpdate();
    }

    /** @return all API keys, valid ones first, the newest first */
    public List<ApiKeyView> keys() {
        List<ApiKey> keys = em
            .createQuery("SELECT k FROM ApiKey k ORDER BY CASE WHEN k.revokedAt IS NULL THEN 0 ELSE 1 END, k.createdAt DESC", ApiKey.class)
            .getResultList();
        Map<UUID, Person> people = directory
            .people(keys.stream().map(ApiKey::createdBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        return keys.stream().map(k -> k.view(Optional.ofNullable(k.createdBy()).map(people::get).map(Person::name).orElse(null))).toList();
    }

    /**
     * Makes an API key.
     *
     * @param name what it is for, 1 to 100 characters
     * @return the key; it is never returned again
     * @throws RefusedException {@link Refusal#INVALID_FIELD}
     */
    public String newKey(String name) {
        String key = ApiKey.PREFIX + Tokens.next();
        em.persist(new ApiKey(Ids.next(clock.instant()), name, key, Caller.account(context), clock.instant()));
        return key;
    }

    /**
     * Revokes a key at once.
     *
     * @param id of the key
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void revoke(UUID id) {
        ApiKey key = em.find(ApiKey.class, id);
        if (key == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such key.");
        }
        key.revoke(clock.instant());
    }
}

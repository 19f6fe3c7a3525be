package org.agentinbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The rows of sign-ins: finds them, notes their use, ends them and tells so. Works in its caller's transaction. */
@ApplicationScoped
class SignIns {

    /** How exactly the last use is known: a row written at each request would cost more than it tells. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    /** A row that another transaction holds is being noted or ended there: waiting for it could end in a deadlock. */
    private static final String USED = """
        UPDATE sign_in SET used_at = :now WHERE id IN
            (SELECT id FROM sign_in WHERE id = ANY(CAST(:ids AS uuid[])) AND used_at < :before FOR UPDATE SKIP LOCKED)
        """;
    private static final String ROLES = """
        SELECT s.id, r.role, s.by_passkey OR s.by_provider
        FROM sign_in s JOIN account a ON a.id = s.account_id JOIN account_role r ON r.account_id = a.id
        WHERE s.id = ANY(CAST(:ids AS uuid[])) AND s.expires_at > :now AND a.active
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Event<SignedOut> signedOut;
    @Inject
    private Audit audit;
    @Inject
    private SignInRights rights;

    Optional<SignIn> byToken(String token) {
        return em.createQuery("SELECT s FROM SignIn s WHERE s.tokenHash = :hash", SignIn.class)
            .setParameter("hash", Tokens.hash(token)).getResultStream().findFirst();
    }

    List<SignIn> of(UUID account) {
        return em.createQuery("SELECT s FROM SignIn s WHERE s.accountId = :account ORDER BY s.usedAt DESC, s.id", SignIn.class)
            .setParameter("account", account).getResultList();
    }

    void used(SignIn signIn, Instant now) {
        if (signIn.usedAt().isBefore(now.minus(NOTED_EVERY))) {
            used(List.of(signIn.id()), now);
        }
    }

    /** Notes that they are in use, but no more than once a minute. */
    void used(Collection<UUID> ids, Instant now) {
        em.createNativeQuery(USED).setParameter("ids", ids.toArray(UUID[]::new)).setParameter("now", now)
            .setParameter("before", now.minus(NOTED_EVERY)).executeUpdate();
    }

    /** What may be done in those that have neither ended nor expired and whose account is active. */
    Map<UUID, Set<String>> roles(Collection<UUID> ids, Instant now) {
        List<?> rows = em.createNativeQuery(ROLES).setParameter("ids", ids.toArray(UUID[]::new)).setParameter("now", now).getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.groupingBy(row -> (UUID) row[0],
            Collectors.collectingAndThen(Collectors.toList(), this::rolesOf)));
    }

    private Set<String> rolesOf(List<Object[]> ofOne) {
        return rights.of(ofOne.stream().map(row -> Role.valueOf((String) row[1])).collect(Collectors.toSet()), (boolean) ofOne.get(0)[2]);
    }

    void end(String token) {
        for (Object[] row : ended(em.createNativeQuery("DELETE FROM sign_in WHERE token_hash = :hash RETURNING id, account_id")
            .setParameter("hash", Tokens.hash(token)))) {
            audit.record(AuditRecord.of(AuditAct.SIGN_OUT).about(AuditSubject.ACCOUNT, (UUID) row[1], null).by((UUID) row[1])
                .logged(SecurityEvent.of("sign-out").with("account", (UUID) row[1]).with("sign-in", (UUID) row[0])));
        }
    }

    /** Ends one, if it is of this account, whose owner wants it. */
    void end(UUID account, UUID signIn) {
        tell(ended(em.createNativeQuery("DELETE FROM sign_in WHERE id = :id AND account_id = :account RETURNING id, account_id")
            .setParameter("id", signIn).setParameter("account", account)), account, "by-hand");
    }

    /**
     * Ends every sign-in of an account but one: its password has changed, it may no longer sign in, or its owner wants it.
     *
     * @param except or null: all
     * @param by who does it, or null
     * @param why for the log, a word
     */
    void endAll(UUID account, UUID except, UUID by, String why) {
        String others = except == null ? "" : " AND id <> :except";
        Query delete = em.createNativeQuery("DELETE FROM sign_in WHERE account_id = :account" + others + " RETURNING id, account_id")
            .setParameter("account", account);
        tell(ended(except == null ? delete : delete.setParameter("except", except)), by, why);
    }

    /** Ends these, of whatever accounts: what they hang on ended elsewhere. */
    void end(Collection<UUID> ids, String why) {
        ended(em.createNativeQuery("DELETE FROM sign_in WHERE id = ANY(CAST(:ids AS uuid[])) RETURNING id, account_id")
            .setParameter("ids", ids.toArray(UUID[]::new))).stream().collect(Collectors.groupingBy(row -> row[1])).values()
            .forEach(ofOne -> tell(ofOne, null, why));
    }

    /** Deleted by statement: one that is being ended from two sides at once is ended, and neither side fails. */
    private List<Object[]> ended(Query delete) {
        List<?> rows = delete.getResultList();
        List<Object[]> deleted = rows.stream().map(Object[].class::cast).toList();
        if (!deleted.isEmpty()) {
            signedOut.fire(new SignedOut(deleted.stream().map(row -> (UUID) row[0]).collect(Collectors.toUnmodifiableSet())));
        }
        return deleted;
    }

    private void tell(List<Object[]> ended, UUID by, String why) {
        if (!ended.isEmpty()) {
            UUID account = (UUID) ended.get(0)[1];
            audit.record(AuditRecord.of(AuditAct.SIGN_INS_ENDED).about(AuditSubject.ACCOUNT, account, null).by(by)
                .changed(null, Map.of("count", ended.size(), "reason", why))
                .logged(SecurityEvent.of("sign-ins-ended").with("account", account).by(by)
                    .with("count", Integer.toString(ended.size())).with("reason", why)));
        }
    }
}

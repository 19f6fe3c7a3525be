package org.agentinbox.account.oidc;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.ProvidedAccounts;
import org.agentinbox.account.ProvidedPerson;
import org.agentinbox.account.SignInClient;
import org.agentinbox.account.SignInResult;
import org.agentinbox.platform.SecretBox;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The rows of people at providers and of their sign-ins: short transactions before and after a provider is asked. */
@ApplicationScoped
@Transactional
class ProviderSignIns {

    /** No node asks for the same sign-in again while another one is at it. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;
    /** Longer ones, with hundreds of groups, do not fit into an address. */
    private static final int LONGEST_ID_TOKEN = 3_000;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private ProvidedAccounts accounts;

    /** How a sign-in ended: one of both. */
    record Outcome(SignInResult.Success success, SignInProblem problem) {}

    /** A sign-in to look up again. */
    record Due(UUID signIn, String provider, String issuer, String subject, String refreshToken) {

        @Override
        public String toString() {
            return "Due[" + signIn + "]";
        }
    }

    Outcome signIn(Provider provider, Attempt attempt, ProviderTokens tokens, ProvidedPerson person, SignInClient client) {
        if (!use("state:" + attempt.state(), Instant.ofEpochSecond(attempt.expires()))) {
            return new Outcome(null, SignInProblem.STATE);
        }
        Optional<UUID> account = account(provider, tokens.subject(), person);
        if (account.isEmpty() || !accounts.update(account.get(), person)) {
            return new Outcome(null, person.roles().isEmpty() ? SignInProblem.NO_ROLE : SignInProblem.CLOSED);
        }
        SignInResult.Success success = accounts.open(account.get(), client);
        em.flush();
        ProviderSession session = new ProviderSession(success.signedIn().id(), provider, tokens.subject(), tokens.sid());
        if (tokens.idToken() != null && tokens.idToken().length() <= LONGEST_ID_TOKEN) {
            session.keep(box().seal(tokens.idToken(), place(session.signInId(), "id")));
        }
        schedule(session, provider, tokens.refreshToken());
        em.persist(session);
        return new Outcome(success, null);
    }

    /** The account of a person; one is made, or linked, where there is none and the person has a role. */
    private Optional<UUID> account(Provider provider, String subject, ProvidedPerson person) {
        em.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) locked")
            .setParameter("key", provider.issuer() + "\n" + subject).getResultList();
        Optional<UUID> known = ofSubject(provider.issuer(), subject);
        if (known.isPresent() || person.roles().isEmpty()) {
            return known;
        }
        UUID account = linked(provider, person).orElseGet(() -> accounts.make(person));
        em.createNativeQuery(
            "INSERT INTO provided_identity (issuer, subject, account_id, created_at) VALUES (:issuer, :subject, :account, :now)")
            .setParameter("issuer", provider.issuer()).setParameter("subject", subject).setParameter("account", account)
            .setParameter("now", clock.instant()).executeUpdate();
        em.flush();
        em.clear();
        return Optional.of(account);
    }

    private Optional<UUID> ofSubject(String issuer, String subject) {
        List<?> found = em.createNativeQuery("SELECT account_id FROM provided_identity WHERE issuer = :issuer AND subject = :subject")
            .setParameter("issuer", issuer).setParameter("subject", subject).getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    /**
     * An account that another person has by a provider is not given away once more, not to somebody of another provider either: its
     * address may be one that a provider had not verified.
     */
    private Optional<UUID> linked(Provider provider, ProvidedPerson person) {
        if (!provider.linkByMail() || !person.emailVerified() || person.email() == null) {
            return Optional.empty();
        }
        return accounts.byMail(person.email()).filter(account -> em
            .createNativeQuery("SELECT 1 FROM provided_identity WHERE account_id = :account").setParameter("account", account)
            .getResultList().isEmpty());
    }

    private void schedule(ProviderSession session, Provider provider, String refreshToken) {
        if (refreshToken != null && provider.recheck().isPresent()) {
            session.check(box().seal(refreshToken, place(session.signInId(), "refresh")), clock.instant().plus(provider.recheck().get()));
        }
    }

    /** Whether this was the first use of what may be used once. */
    private boolean use(String what, Instant expires) {
        em.createNativeQuery("DELETE FROM provider_token_used WHERE expires_at < :now").setParameter("now", clock.instant())
            .executeUpdate();
        return em
            .createNativeQuery("INSERT INTO provider_token_used (token_hash, expires_at) VALUES (:hash, :expires) ON CONFLICT DO NOTHING")
            .setParameter("hash", Tokens.hash(what)).setParameter("expires", expires).executeUpdate() == 1;
    }

    /**
     * Ends what a logout token names: the session where it names one, else all of the subject.
     *
     * @return false where the token was used before
     */
    boolean logout(Provider provider, String tokenId, Instant expires, String subject, String sid) {
        if (!use("logout:" + provider.issuer() + "\n" + tokenId, expires)) {
            return false;
        }
        String which = sid == null ? "s.subject = :which" : "s.sid = :which";
        accounts.end(em.createQuery("SELECT s.signInId FROM ProviderSession s WHERE s.issuer = :issuer AND " + which, UUID.class)
            .setParameter("issuer", provider.issuer()).setParameter("which", sid == null ? subject : sid).getResultList(),
            "signed-out-at-provider");
        return true;
    }

    /** What is to be looked up again, which this node has for two minutes. */
    List<Due> due() {
        Instant now = clock.instant();
        List<?> ids = em
            .createNativeQuery("SELECT sign_in_id FROM provider_session WHERE check_at <= :now ORDER BY check_at LIMIT " + AT_ONCE
                + " FOR UPDATE SKIP LOCKED")
            .setParameter("now", now).getResultList();
        List<Due> due = new ArrayList<>();
        for (Object id : ids) {
            ProviderSession session = em.find(ProviderSession.class, id);
            session.checkAt(now.plus(LEASE));
            due.add(new Due(session.signInId(), session.provider(), session.issuer(), session.subject(),
                opened(session.refreshToken(), session.signInId(), "refresh").orElse(null)));
        }
        return due;
    }

    /** The provider has answered: what it says holds from now on. */
    void rechecked(Provider provider, Due due, ProviderTokens tokens, Optional<ProvidedPerson> person) {
        Optional<UUID> account = ofSubject(due.issuer(), due.subject());
        boolean holds = person.isEmpty() || account.isPresent() && accounts.update(account.get(), person.get());
        if (!holds) {
            accounts.end(List.of(due.signIn()), "no-role-at-provider");
            return;
        }
        em.flush();
        ProviderSession session = em.find(ProviderSession.class, due.signIn(), LockModeType.PESSIMISTIC_WRITE);
        if (session != null) {
            schedule(session, provider, tokens.refreshToken() == null ? due.refreshToken() : tokens.refreshToken());
        }
    }

    /** The provider could not be asked: later. */
    void later(Provider provider, Due due) {
        ProviderSession session = em.find(ProviderSession.class, due.signIn(), LockModeType.PESSIMISTIC_WRITE);
        if (session != null) {
            session.checkAt(clock.instant().plus(provider.recheck().orElse(LEASE)));
        }
    }

    /** It is over at the provider. */
    void over(Due due) {
        accounts.end(List.of(due.signIn()), "ended-at-provider");
    }

    /** A provider, and the ID token of a sign-in by it, or null. */
    record Ended(String provider, String idToken) {

        @Override
        public String toString() {
            return "Ended[" + provider + "]";
        }
    }

    Optional<Ended> ofToken(String token) {
        return accounts.signIn(token).map(id -> em.find(ProviderSession.class, id))
            .map(session -> new Ended(session.provider(), opened(session.idToken(), session.signInId(), "id").orElse(null)));
    }

    private Optional<String> opened(byte[] sealed, UUID signIn, String what) {
        try {
            return sealed == null ? Optional.empty() : Optional.of(box().open(sealed, place(signIn, what)));
        } catch (GeneralSecurityException e) {
            // The settings have another key by now.
            return Optional.empty();
        }
    }

    private static String place(UUID signIn, String what) {
        return "provider_session " + signIn + " " + what;
    }

    private SecretBox box() {
        return settings.secrets().orElseThrow();
    }
}

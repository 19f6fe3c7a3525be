package org.agentinbox.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Tokens;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Signs people in and out. Open to all: whoever calls has only a password or a token to show. */
@Stateless
@PermitAll
public class SignInService {

    private static final Logger LOG = Logger.getLogger(SignInService.class.getName());

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Passwords passwords;
    @Inject
    private SignIns signIns;

    /**
     * Signs somebody in. Wrong attempts are counted for the user name and for the address, and slow further ones down.
     *
     * @param userName in any case; null counts as empty
     * @param password null counts as empty
     * @param address where the attempt comes from
     * @param browser how the browser names itself (the header User-Agent), or null
     * @return how it ended
     */
    public SignInResult signIn(String userName, String password, String address, String browser) {
        Instant now = clock.instant();
        String name = Account.normalised(userName);
        List<SignInFailure> counters = List.of(counter("user " + cut(name), now), counter("address " + cut(address), now));
        Duration wait = counters.stream().map(c -> c.remaining(now)).max(Duration::compareTo).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            return new SignInResult.Wait(wait);
        }
        Optional<Account> account = byName(name).filter(a -> isRight(a, password == null ? "" : password));
        if (account.isEmpty()) {
            counters.get(0).count(now, SignInFailure.FREE);
            counters.get(1).count(now, SignInFailure.FREE_AT_ADDRESS);
            LOG.log(Level.WARNING, "Wrong user name or password, user \"{0}\", address {1}, failure {2} of the name and {3} of the address",
                new Object[]{cut(name), address, counters.get(0).failures(), counters.get(1).failures()});
            return new SignInResult.Wrong();
        }
        em.remove(counters.get(0));
        return open(account.get(), address, browser, now);
    }

    private boolean isRight(Account account, String password) {
        if (!account.isActive()) {
            passwords.pretendToMatch(password);
            return false;
        }
        return passwords.matches(password, account.passwordHash());
    }

    private Optional<Account> byName(String name) {
        // No name of an account changes by the cut; one that does is nobody's.
        Optional<Account> account = em.createQuery("SELECT a FROM Account a WHERE a.userName = :name", Account.class)
            .setParameter("name", cut(name)).getResultStream().findFirst().filter(a -> cut(name).equals(name));
        if (account.isEmpty()) {
            passwords.pretendToMatch(name);
        }
        return account;
    }

    private SignInFailure counter(String subject, Instant now) {
        em.createNativeQuery(
            "INSERT INTO sign_in_failure (subject, failures, blocked_until) VALUES (:subject, 0, :now) ON CONFLICT DO NOTHING")
            .setParameter("subject", subject).setParameter("now", now).executeUpdate();
        return em.find(SignInFailure.class, subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** As much of it as is worth counting and logging, without what no database and no log can take. */
    private static String cut(String text) {
        return text == null ? "" : cut(text, 150);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most)).replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", "?");
    }

    private SignInResult open(Account account, String address, String browser, Instant now) {
        em.createQuery("DELETE FROM SignIn s WHERE s.expiresAt < :now").setParameter("now", now).executeUpdate();
        String token = Tokens.next();
        SignIn signIn = new SignIn(Ids.next(now), Tokens.hash(token), account.id(), now, now.plus(settings.signInDuration()),
            browser == null ? null : cut(browser, 200), address == null ? null : cut(address, 100));
        em.persist(signIn);
        return new SignInResult.Success(token, new SignedIn(signIn.id(), account.view(), signIn.expiresAt()));
    }

    /**
     * Finds a sign-in for a request, which counts as its use.
     *
     * @param token what the browser sent; null and nonsense are allowed
     * @return the sign-in, or empty where there is none in force
     */
    public Optional<SignedIn> find(String token) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return signIns.byToken(token).filter(signIn -> signIn.isInForce(now, settings.signInIdle())).flatMap(signIn -> signedIn(signIn,
            now));
    }

    private Optional<SignedIn> signedIn(SignIn signIn, Instant now) {
        Optional<Account> account = Optional.ofNullable(em.find(Account.class, signIn.accountId())).filter(Account::isActive);
        account.ifPresent(active -> signIns.used(signIn, now));
        return account.map(active -> new SignedIn(signIn.id(), active.view(), signIn.expiresAt()));
    }

    /**
     * Looks sign-ins up again that something is open on, such as a socket whose client answers: that is use, however long nothing was
     * clicked. Called by this node for its own sockets, hence open to all.
     *
     * @param ids of sign-ins
     * @return those that still hold, each with the roles of its account and those they include: not ended, not expired, the account active
     */
    public Map<UUID, Set<String>> stillInForce(Set<UUID> ids) {
        Instant now = clock.instant();
        signIns.used(ids, now);
        return signIns.roles(ids, now);
    }

    /**
     * Ends one sign-in; where there is none, does nothing.
     *
     * @param token what the browser sent
     */
    public void signOut(String token) {
        if (token != null) {
            signIns.end(token);
        }
    }
}

package org.agentinbox.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Signs people in and out. Open to all: whoever calls has only a password or a token to show. */
@Stateless
@PermitAll
public class SignInService {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private PasswordHashing hashing;
    @Inject
    private SignInAttempts attempts;
    @Inject
    private PasskeyAttempts passkeys;
    @Inject
    private SignIns signIns;
    @Inject
    private SignInRights rights;

    /**
     * Signs somebody in. Wrong attempts slow further ones down: from a browser in which this person has signed in before those of that
     * browser, from others those for the same account and from the same network. In no transaction: comparing a password takes long.
     *
     * @param userName in any case; null counts as empty
     * @param password null counts as empty
     * @param client from where
     * @return how it ended
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignInResult signIn(String userName, String password, SignInClient client) {
        Optional<UUID> device = attempts.knownDevice(userName, client.device());
        try (PasswordHashing.Permit permit = device.isPresent() ? hashing.permitForKnown() : hashing.permitForStranger()) {
            SignInAttempt attempt = attempts.begin(userName, client.address(), device);
            if (attempt.count().mustWait()) {
                return new SignInResult.Wait(attempt.count().remaining());
            }
            Optional<SignInResult> result = isRight(permit, attempt, password == null ? "" : password)
                ? attempts.succeed(attempt, client) : Optional.empty();
            if (result.isEmpty()) {
                attempts.failed(client.address(), attempt);
                return new SignInResult.Wrong();
            }
            return result.get();
        } catch (RefusedException e) {
            if (e.refusal() != Refusal.BUSY) {
                throw e;
            }
            return new SignInResult.Busy();
        }
    }

    private static boolean isRight(PasswordHashing.Permit permit, SignInAttempt attempt, String password) {
        if (attempt.account() == null) {
            permit.pretendToMatch(password);
            return false;
        }
        return permit.matches(password, attempt.passwordHash());
    }

    /**
     * Signs somebody in by a passkey, which says itself whose it is. What cannot be proved slows down further attempts from the same
     * network, or from the same browser where that person has signed in there before; never those of the person.
     *
     * @param response what the authenticator has signed, as JSON (Web Authentication, {@code AuthenticationResponseJSON}); null and
     *     nonsense are allowed
     * @param client from where
     * @return how it ended: success, wrong, or wait
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignInResult signInByPasskey(String response, SignInClient client) {
        PasskeyAttempts.Attempt attempt = passkeys.begin(response, client);
        if (attempt.count().mustWait()) {
            return new SignInResult.Wait(attempt.count().remaining());
        }
        return passkeys.succeed(attempt, response, client).orElseGet(() -> {
            passkeys.failed(attempt, client);
            return new SignInResult.Wrong();
        });
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
        return account.map(active -> new SignedIn(signIn.id(), active.view(), signIn.expiresAt(),
            rights.of(active.view().roles(), signIn.method() != SignInMethod.PASSWORD)));
    }

    /**
     * Looks sign-ins up again that something is open on, such as a socket whose client answers: that is use, however long nothing was
     * clicked. Called by this node for its own sockets, hence open to all.
     *
     * @param ids of sign-ins
     * @return those that still hold, each with what may be done in it ({@link SignedIn#roles}): not ended, not expired, the account active
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

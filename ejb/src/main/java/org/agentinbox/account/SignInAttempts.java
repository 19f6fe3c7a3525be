package org.agentinbox.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What an attempt to sign in reads and writes, in two short transactions: before the password is compared, and after. */
@ApplicationScoped
class SignInAttempts {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Accounts accounts;
    @Inject
    private SignInFailures failures;
    @Inject
    private KnownDevices devices;
    @Inject
    private SignInStart start;
    @Inject
    private LocalSignIn localSignIn;
    @Inject
    private Audit audit;

    /** @return the device, where the account of that name has signed in there before */
    @Transactional
    Optional<UUID> knownDevice(String userName, String token) {
        return token == null ? Optional.empty()
            : byName(Account.normalised(userName)).flatMap(account -> devices.find(account.id(), token));
    }

    /**
     * Counts an attempt as failed and finds what its password is compared with; one that has to wait is not counted. From a known device it
     * counts for that alone: strangers cannot hold it up, nor does it hold up anybody else.
     */
    @Transactional
    SignInAttempt begin(String userName, String address, Optional<UUID> device) {
        String name = Account.normalised(userName);
        Optional<Account> account = byName(name);
        FailureCount count = failures.count(device.map(known -> List.of(FailureSubject.device(known)))
            .orElseGet(() -> ofStranger(account, name, address)));
        return account.filter(Account::isActive).filter(localSignIn::isAllowed)
            .map(active -> new SignInAttempt(active.id(), active.view().userName(), active.passwordHash(), count))
            .orElseGet(() -> new SignInAttempt(null, account.map(inactive -> inactive.view().userName()).orElse(null), null, count));
    }

    private static List<FailureSubject> ofStranger(Optional<Account> account, String name, String address) {
        List<FailureSubject> subjects = new ArrayList<>(FailureSubject.networks(address));
        subjects.add(account.map(known -> FailureSubject.account(known.id())).orElseGet(() -> FailureSubject.unknownName(name)));
        return subjects;
    }

    private Optional<Account> byName(String name) {
        // No name of an account changes by the cut; one that does is nobody's.
        String shortened = SignIn.cut(name, 150);
        return em.createQuery("SELECT a FROM Account a WHERE a.userName = :name", Account.class)
            .setParameter("name", shortened).getResultStream().findFirst().filter(a -> shortened.equals(name));
    }

    /** Logs that the password was wrong, or there is no such account. What nobody is called is not told: it may be a password. */
    void failed(String address, SignInAttempt attempt) {
        audit.refused(refused(address, attempt, "wrong").logged(failure(address, attempt, "wrong").with("failures",
            attempt.count().failures().stream().map(failure -> failure.subject().kind() + ":" + failure.number()).toList())));
    }

    private static AuditRecord refused(String address, SignInAttempt attempt, String why) {
        return AuditRecord.of(AuditAct.SIGN_IN_FAILED).about(AuditSubject.ACCOUNT, attempt.account(), attempt.userName()).byStranger()
            .from(address).changed(null, Map.of("method", "password", "reason", why));
    }

    private static SecurityEvent failure(String address, SignInAttempt attempt, String why) {
        return SecurityEvent.of("sign-in-failed").with("account", attempt.account())
            .with("user", attempt.userName() == null ? "unknown" : attempt.userName()).from(address).with("reason", why);
    }

    /**
     * Signs in after the password was found right, unless the account or its password has changed in the meantime. The account stays locked
     * until the end of the transaction: a change that comes later ends this sign-in too.
     *
     * @return success, or expired; empty where it has changed: the attempt failed
     */
    @Transactional
    Optional<SignInResult> succeed(SignInAttempt attempt, SignInClient client) {
        return accounts.hold(attempt.account()).filter(Account::isActive)
            .filter(account -> account.passwordHash().equals(attempt.passwordHash()))
            .map(account -> open(account, attempt, client));
    }

    private SignInResult open(Account account, SignInAttempt attempt, SignInClient client) {
        failures.takeBack(attempt.count());
        if (account.isPasswordOver(clock.instant())) {
            String why = "one-time-password-over";
            audit.refused(refused(client.address(), attempt, why).logged(failure(client.address(), attempt, why)));
            return new SignInResult.Expired();
        }
        localSignIn.used(account, client);
        return start.open(account, client, SignInMethod.PASSWORD);
    }
}

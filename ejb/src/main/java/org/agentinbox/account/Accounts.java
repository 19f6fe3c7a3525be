package org.agentinbox.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
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
import jakarta.transaction.Transactional;

/**
 * The rows of accounts. Whoever changes what a sign-in depends on locks the account first: a sign-in that is under way either has ended
 * with a row, which the change then removes, or sees the change.
 */
@ApplicationScoped
class Accounts {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private SignIns signIns;
    @Inject
    private SignInFailures failures;
    @Inject
    private Event<AccountChanged> changed;
    @Inject
    private Event<PasswordReset> reset;
    @Inject
    private Event<CredentialChanged> credentials;
    @Inject
    private Audit audit;

    /** @throws RefusedException {@link Refusal#NOT_FOUND} */
    Account find(UUID id) {
        return found(em.find(Account.class, id));
    }

    /** The same, locked until the caller's transaction ends; for one who has not read it in that transaction. */
    Account lock(UUID id) {
        em.createNativeQuery("SELECT id FROM account WHERE id = :id FOR UPDATE").setParameter("id", id).getResultList();
        return find(id);
    }

    /**
     * The same, for a sales admin who takes rights away: who acts stays locked too and must be a sales admin still, not only when the
     * request began. So whoever takes the role from somebody else keeps it, and one sales admin is left.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_ALLOWED}
     */
    Account lockForAdmin(UUID id, UUID admin) {
        em.createNativeQuery("SELECT id FROM account WHERE id IN (:id, :admin) ORDER BY id FOR UPDATE").setParameter("id", id)
            .setParameter("admin", admin).getResultList();
        Account acting = find(admin);
        if (!acting.isActive() || !acting.view().roles().contains(Role.SALES_ADMIN)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Your account is no sales admin's any more.");
        }
        return find(id);
    }

    /**
     * The account as it is when it can be locked, so that nobody changes it until the caller's transaction ends and its sign-ins come one
     * by one; for one who has not read it in that transaction. By a statement of its own: Hibernate reads the row with its roles and locks
     * it afterwards, when it may have changed.
     */
    Optional<Account> hold(UUID id) {
        em.createNativeQuery("SELECT id FROM account WHERE id = :id FOR NO KEY UPDATE").setParameter("id", id).getResultList();
        return Optional.ofNullable(em.find(Account.class, id));
    }

    private static Account found(Account account) {
        if (account == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such account.");
        }
        return account;
    }

    /**
     * The hash with which the present password is compared. Asking for it is counted as a failure until it is {@link #verified}.
     *
     * @throws TryLaterException where there were too many failures
     */
    @Transactional
    PasswordOwner passwordOwner(UUID id) {
        Account account = find(id);
        FailureCount count = failures.count(List.of(FailureSubject.passwordChange(id)));
        if (count.mustWait()) {
            throw new TryLaterException(count.remaining());
        }
        return new PasswordOwner(account.view().userName(), account.passwordHash(), account.view().mustChangePassword(), count);
    }

    /** The present password was right. */
    @Transactional
    void verified(PasswordOwner owner) {
        failures.takeBack(owner.count());
    }

    /** Of {@link AccountService#create}, with the hash of a password that serves for one sign-in. */
    @Transactional
    void add(String userName, String displayName, String email, Set<Role> roles, String passwordHash, UUID by) {
        String name = Account.normalised(userName);
        if (!em.createQuery("SELECT a.id FROM Account a WHERE a.userName = :name").setParameter("name", name).getResultList().isEmpty()) {
            throw new RefusedException(Refusal.NAME_TAKEN, "There is an account with this user name.");
        }
        Account account = new Account(Ids.next(clock.instant()), name, "", clock.instant());
        account.resetPassword(passwordHash, clock.instant());
        account.describe(displayName, email);
        account.give(roles);
        em.persist(account);
        tell(account);
        audit.record(about(AuditAct.ACCOUNT_CREATED, account, by).changed(null, AccountFacts.of(account.view()))
            .logged(event("account-made", account).by(by).with("roles", account.view().roles())));
    }

    /** Changes a password, unless it is not the one any more that was found right; ends all sign-ins but one. */
    @Transactional
    void changePassword(UUID id, PasswordOwner verified, String passwordHash, UUID signIn) {
        Account account = lock(id);
        if (!account.passwordHash().equals(verified.passwordHash())) {
            throw new RefusedException(Refusal.WRONG_PASSWORD, "The present password is another one since a moment ago.");
        }
        account.changePassword(passwordHash);
        signIns.endAll(id, signIn, id, "password-changed");
        audit.record(about(AuditAct.PASSWORD_CHANGED, account, id).logged(event("password-changed", account).by(id)));
        credentials.fire(CredentialChanged.of(id, CredentialChanged.What.PASSWORD_CHANGED, null));
    }

    /**
     * Of {@link AccountService#resetPassword}.
     *
     * @param by who gives it; null where the server does at start
     */
    @Transactional
    void resetPassword(UUID id, String passwordHash, UUID by) {
        Account account = lock(id);
        account.resetPassword(passwordHash, clock.instant());
        signIns.endAll(id, null, by, "password-reset");
        audit.record(about(AuditAct.PASSWORD_RESET, account, by).logged(event("one-time-password", account).by(by)));
        reset.fire(new PasswordReset(id));
    }

    /** Tells of a change by an administrator, or by the server where {@code by} is null, and logs it. */
    void tellAndLog(String event, AuditAct act, AccountView before, Account account, UUID by) {
        tell(account);
        audit.record(about(act, account, by).changed(AccountFacts.of(before), AccountFacts.of(account.view()))
            .logged(event(event, account).by(by).with("roles", account.view().roles())));
    }

    /** The server did it where nobody did. */
    static AuditRecord about(AuditAct act, Account account, UUID by) {
        return AuditRecord.of(act).about(AuditSubject.ACCOUNT, account.id(), account.view().displayName()).by(by);
    }

    /** What the audit trail tells of an account. */
    record AccountFacts(String userName, String displayName, String email, String title, Set<Role> roles, boolean active) {

        static AccountFacts of(AccountView account) {
            return new AccountFacts(account.userName(), account.displayName(), account.email(), account.title(), account.roles(),
                account.active());
        }
    }

    /** Tells the former address where it is no longer the account's. */
    void tellFormerAddress(AccountView before, Account account) {
        if (before.email() != null && !before.email().equalsIgnoreCase(account.view().email())) {
            credentials.fire(new CredentialChanged(account.id(), CredentialChanged.What.EMAIL_CHANGED, null, before.email()));
        }
    }

    static SecurityEvent event(String name, Account account) {
        return SecurityEvent.of(name).with("account", account.id()).with("user", account.view().userName());
    }

    void tell(Account account) {
        em.flush();
        changed.fire(new AccountChanged(account.id(), account.takesChats()));
    }

    /** Who was asked for their password: it, whether somebody else chose it, and what the attempt was counted as. */
    record PasswordOwner(String userName, String passwordHash, boolean mustChangePassword, FailureCount count) {

        @Override
        public String toString() {
            return "PasswordOwner[" + userName + "]";
        }
    }
}

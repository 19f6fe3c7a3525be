package org.agentinbox.account;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes accounts where none exists yet: by nobody's hand, hence not through {@link AccountService}. Works in its caller's transaction. */
@ApplicationScoped
public class AccountSetup {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Passwords passwords;
    @Inject
    private Event<AccountChanged> changed;
    @Inject
    private Audit audit;

    /**
     * Lets one node at a time found, until its transaction ends.
     *
     * @return whether there is no account yet
     */
    public boolean isNeeded() {
        em.createNativeQuery("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
        return em.createQuery("SELECT COUNT(a) FROM Account a", Long.class).getSingleResult() == 0;
    }

    /**
     * The same lock, for the first administrator.
     *
     * @return whether nobody can sign in: there is no account yet, or those of the demo data were closed and there is no other
     */
    boolean nobodyIsActive() {
        return isNeeded() || em.createQuery("SELECT COUNT(a) FROM Account a WHERE a.active", Long.class).getSingleResult() == 0;
    }

    /**
     * The account of that name where only its password, which was made from the settings, stands in the way: it is over, and nobody else is
     * a sales admin who could give a new one.
     */
    Optional<Account> lockedOut(String userName) {
        boolean another = em
            .createQuery("SELECT COUNT(a) FROM Account a WHERE a.active AND :role MEMBER OF a.roles AND a.userName <> :name",
                Long.class)
            .setParameter("role", Role.SALES_ADMIN).setParameter("name", Account.normalised(userName)).getSingleResult() > 0;
        return another ? Optional.empty() : em.createQuery("SELECT a FROM Account a WHERE a.userName = :name", Account.class)
            .setParameter("name", Account.normalised(userName)).getResultStream()
            .filter(account -> account.isActive() && account.isPasswordOver(clock.instant())).findFirst();
    }

    /** Gives such an account the settings' password, unless that is the one which is over. */
    boolean renew(Account account, String password) {
        if (passwords.matches(password, account.passwordHash())) {
            return false;
        }
        account.resetPassword(passwords.hash(password), clock.instant());
        audit.record(Accounts.about(AuditAct.PASSWORD_RESET, account, null).logged(Accounts.event("one-time-password", account).by(null)));
        return true;
    }

    boolean exists(String userName) {
        return em.createQuery("SELECT COUNT(a) FROM Account a WHERE a.userName = :name", Long.class)
            .setParameter("name", Account.normalised(userName)).getSingleResult() > 0;
    }

    /**
     * The first administrator: does everything, and must change the password at the first sign-in.
     *
     * @param userName see {@link AccountService#create}
     * @param password from the settings
     */
    public void firstAdministrator(String userName, String password) {
        String hash = passwords.hash(password);
        Account account = account(userName, userName, null, Set.of(Role.SALES_ADMIN, Role.MARKETING_ADMIN));
        account.resetPassword(hash, clock.instant());
        finish(account);
    }

    Account account(String userName, String displayName, String email, Set<Role> roles) {
        Account account = new Account(Ids.next(clock.instant()), userName, "", clock.instant());
        account.describe(displayName, email);
        account.give(roles);
        return account;
    }

    void finish(Account account) {
        em.persist(account);
        em.flush();
        changed.fire(new AccountChanged(account.id(), account.takesChats()));
        audit.record(Accounts.about(AuditAct.ACCOUNT_CREATED, account, null).changed(null, Accounts.AccountFacts.of(account.view()))
            .logged(Accounts.event("account-made", account).by(null).with("roles", account.view().roles())));
    }
}

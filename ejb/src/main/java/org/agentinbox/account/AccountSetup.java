package org.agentinbox.account;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Ids;

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
     * The first administrator: does everything, and must change the password at the first sign-in.
     *
     * @param userName see {@link AccountService#create}
     * @param password from the settings
     */
    public void firstAdministrator(String userName, String password) {
        Account account = account(userName, userName, null, Set.of(Role.SALES_ADMIN, Role.MARKETING_ADMIN));
        account.resetPassword(passwords.hash(password));
        finish(account);
    }

    /**
     * An account of the demo data.
     *
     * @param userName see {@link AccountService#create}
     * @param displayName what colleagues and visitors read
     * @param password known to everybody
     * @param role what they may do
     * @param photo their picture
     * @return the account's id
     */
    public UUID demoAccount(String userName, String displayName, String password, Role role, Photo photo) {
        Account account = account(userName, displayName, userName + "@northwindlab.example", Set.of(role));
        account.changePassword(passwords.hash(password));
        finish(account);
        em.persist(new AccountPhoto(account.id(), photo));
        return account.id();
    }

    private Account account(String userName, String displayName, String email, Set<Role> roles) {
        Account account = new Account(Ids.next(clock.instant()), userName, "", clock.instant());
        account.describe(displayName, email);
        account.give(roles);
        return account;
    }

    private void finish(Account account) {
        em.persist(account);
        em.flush();
        changed.fire(new AccountChanged(account.id(), account.takesChats()));
    }
}

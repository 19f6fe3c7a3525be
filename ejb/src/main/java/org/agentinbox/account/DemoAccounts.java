package org.agentinbox.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.AuditAct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The accounts of the demo data (ear/src/docs/rules.md#demo-data), whose password everybody knows. Works in its caller's transaction, in
 * which it also hashes: it is called at start only.
 */
@ApplicationScoped
public class DemoAccounts {

    private static final String PASSWORD = "demo";
    private static final List<String> NAMES = List.of("ana", "ben", "chae", "cal", "sam", "mia");

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private AccountSetup setup;
    @Inject
    private Accounts accounts;
    @Inject
    private Passwords passwords;

    /**
     * Adds one, in an installation that is a demo.
     *
     * @param userName one of those that are known
     * @param displayName what colleagues and visitors read
     * @param role what they may do
     * @param photo their picture
     * @return the account's id
     */
    public UUID add(String userName, String displayName, Role role, Photo photo) {
        if (!NAMES.contains(userName)) {
            throw new IllegalArgumentException(userName + " would stay open where the installation is no demo any more.");
        }
        Account account = setup.account(userName, displayName, userName + "@northwindlab.example", Set.of(role));
        account.changePassword(passwords.hash(PASSWORD));
        setup.finish(account);
        em.persist(new AccountPhoto(account.id(), photo));
        account.changePhoto(UUID.randomUUID());
        return account.id();
    }

    /**
     * Closes those that still have the known password, in an installation that is no demo: they are deactivated and signed out, and get a
     * password that nobody knows, so that activating one does not open it to everybody.
     *
     * @return their user names
     */
    List<String> close() {
        List<String> closed = new ArrayList<>();
        for (Account account : em.createQuery("SELECT a FROM Account a WHERE a.userName IN :names AND a.demoEndedAt IS NULL "
            + "ORDER BY a.userName", Account.class).setParameter("names", NAMES).getResultList()) {
            if (passwords.matches(PASSWORD, account.passwordHash())) {
                accounts.resetPassword(account.id(), passwords.hash(Tokens.next()), null);
                AccountView before = account.view();
                account.endDemo(clock.instant());
                accounts.tellAndLog("account-deactivated", AuditAct.ACCOUNT_DEACTIVATED, before, account, null);
                closed.add(account.view().userName());
            }
        }
        return closed;
    }

    /** The user names of those that were closed and that nobody has activated since. */
    List<String> closed() {
        return em.createQuery("SELECT a.userName FROM Account a WHERE a.demoEndedAt IS NOT NULL AND NOT a.active ORDER BY a.userName",
            String.class).getResultList();
    }
}

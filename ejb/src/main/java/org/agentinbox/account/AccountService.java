package org.agentinbox.account;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What people do with their own account, and sales admins with everybody's. */
@Stateless
public class AccountService {

    private static final Set<String> LANGUAGES = Set.of("en", "ko");

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Passwords passwords;
    @Inject
    private SignIns signIns;
    @Inject
    private Event<AccountChanged> changed;
    @Inject
    private Event<PasswordReset> reset;

    /** @return the caller's own account */
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public AccountView me() {
        return find(Caller.account(context)).view();
    }

    /**
     * Changes the caller's password and ends their other sign-ins.
     *
     * @param current the present password
     * @param chosen the new one
     * @param signIn the sign-in that goes on
     * @throws RefusedException {@link Refusal#WRONG_PASSWORD}, {@link Refusal#WEAK_PASSWORD}
     */
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public void changePassword(String current, String chosen, UUID signIn) {
        Account account = find(Caller.account(context));
        if (current == null || !passwords.matches(current, account.passwordHash())) {
            throw new RefusedException(Refusal.WRONG_PASSWORD, "The present password is another one.");
        }
        if (current.equals(chosen)) {
            throw new RefusedException(Refusal.WEAK_PASSWORD, "The new password must differ from the present one.");
        }
        Passwords.requireStrong(chosen, account.view().userName());
        account.changePassword(passwords.hash(chosen));
        signIns.endAll(account.id(), signIn);
    }

    /**
     * Chooses the caller's language.
     *
     * @param language {@code en} or {@code ko}
     */
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public void speak(String language) {
        if (!LANGUAGES.contains(language)) {
            throw RefusedException.ofField("locale", "one of " + LANGUAGES);
        }
        find(Caller.account(context)).speak(language);
    }

    /** @return everybody, by display name */
    @RolesAllowed(SALES_ADMIN_NAME)
    public List<AccountView> all() {
        return em.createQuery("SELECT a FROM Account a ORDER BY a.displayName, a.userName", Account.class)
            .getResultStream().map(Account::view).toList();
    }

    /**
     * Makes an account with a password that serves for one sign-in.
     *
     * @param userName 1 to 100 of a-z, 0-9, '.', '_', '@', '-'; upper case is taken as lower case
     * @param displayName null or blank: the user name
     * @param email or null
     * @param roles at least one
     * @return the password, which exists nowhere else
     * @throws RefusedException {@link Refusal#NAME_TAKEN}, {@link Refusal#INVALID_FIELD}
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public String create(String userName, String displayName, String email, Set<Role> roles) {
        String name = Account.normalised(userName);
        if (!em.createQuery("SELECT a.id FROM Account a WHERE a.userName = :name").setParameter("name", name).getResultList().isEmpty()) {
            throw new RefusedException(Refusal.NAME_TAKEN, "There is an account with this user name.");
        }
        String password = oneTimePassword();
        Account account = new Account(Ids.next(clock.instant()), name, "", clock.instant());
        account.resetPassword(passwords.hash(password));
        account.describe(displayName, email);
        account.give(roles);
        em.persist(account);
        tell(account);
        return password;
    }

    /**
     * Changes what a person is called and may do. Who changes it for themselves cannot give up being sales admin, so that one remains.
     *
     * @param id whose account
     * @param displayName null or blank: the user name
     * @param email or null
     * @param roles at least one
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public void change(UUID id, String displayName, String email, Set<Role> roles) {
        Account account = find(id);
        boolean fewerRights = !roles.containsAll(account.view().roles());
        if (isCaller(id) && !roles.contains(Role.SALES_ADMIN)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Another sales admin must take that role from you.");
        }
        account.describe(displayName, email);
        account.give(roles);
        if (fewerRights && !isCaller(id)) {
            signIns.endAll(id, null);
        }
        tell(account);
    }

    /**
     * Lets a person sign in or not. Who may not is signed out everywhere at once.
     *
     * @param id whose account; not the caller's
     * @param active whether they may
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public void activate(UUID id, boolean active) {
        if (isCaller(id)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Another sales admin must do that to your account.");
        }
        Account account = find(id);
        account.activate(active);
        if (!active) {
            signIns.endAll(id, null);
        }
        tell(account);
    }

    /**
     * Gives a person a new password that serves for one sign-in, and signs them out everywhere.
     *
     * @param id whose account; not the caller's
     * @return the password, which exists nowhere else
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public String resetPassword(UUID id) {
        if (isCaller(id)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Change your own password on the password page.");
        }
        String password = oneTimePassword();
        find(id).resetPassword(passwords.hash(password));
        signIns.endAll(id, null);
        reset.fire(new PasswordReset(id));
        return password;
    }

    /**
     * @param id whose picture; shown to visitors, hence open to all
     * @return the picture, or empty where there is none
     */
    @PermitAll
    public Optional<Photo> photo(UUID id) {
        return em.createQuery("SELECT p FROM AccountPhoto p WHERE p.accountId = :id", AccountPhoto.class)
            .setParameter("id", id).getResultStream().findFirst().map(AccountPhoto::photo);
    }

    private static String oneTimePassword() {
        return Tokens.next().substring(0, 16);
    }

    private boolean isCaller(UUID id) {
        return Caller.account(context).equals(id);
    }

    private void tell(Account account) {
        em.flush();
        changed.fire(new AccountChanged(account.id(), account.takesChats()));
    }

    private Account find(UUID id) {
        Account account = em.find(Account.class, id);
        if (account == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such account.");
        }
        return account;
    }
}

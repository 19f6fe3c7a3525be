package org.agentinbox.account;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.PASSKEY_REQUIRED_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Versions;
import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.AuditAct;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What people do with their own account, and sales admins with everybody's. */
@Stateless
public class AccountService {

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Accounts accounts;
    @Inject
    private PasswordHashing hashing;
    @Inject
    private SignIns signIns;
    @Inject
    private DemoAccounts demoAccounts;
    @Inject
    private PresentPassword presentPassword;

    /** @return the caller's own account */
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME, PASSKEY_REQUIRED_NAME})
    public AccountView me() {
        return accounts.find(Caller.account(context)).view();
    }

    /**
     * Changes the caller's password and ends their other sign-ins. Wrong present passwords slow further attempts down: somebody else may
     * sit at a browser that was left open. In no transaction: comparing and hashing passwords takes long.
     *
     * @param current the present password
     * @param chosen the new one
     * @param signIn the sign-in that goes on
     * @throws RefusedException {@link Refusal#WRONG_PASSWORD}, {@link Refusal#BUSY}
     * @throws WeakPasswordException {@link Refusal#WEAK_PASSWORD}
     * @throws TryLaterException {@link Refusal#TRY_LATER}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME, PASSKEY_REQUIRED_NAME})
    public void changePassword(String current, String chosen, UUID signIn) {
        UUID me = Caller.account(context);
        try (PasswordHashing.Permit permit = hashing.permitForKnown()) {
            Accounts.PasswordOwner owner = presentPassword.compare(permit, me, current, "password-change-failed");
            if (current.equals(chosen)) {
                throw new WeakPasswordException(PasswordProblem.SAME);
            }
            PasswordRules.require(chosen, owner.userName());
            accounts.changePassword(me, owner, permit.hash(chosen), signIn);
        }
    }

    /**
     * Chooses the caller's language.
     *
     * @param language {@code en} or {@code ko}
     */
    @RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME, PASSKEY_REQUIRED_NAME})
    public void speak(String language) {
        accounts.find(Caller.account(context)).speak(language);
    }

    /** @return everybody, by display name */
    @RolesAllowed(SALES_ADMIN_NAME)
    public List<AccountView> all() {
        return em.createQuery("SELECT a FROM Account a ORDER BY a.displayName, a.userName", Account.class)
            .getResultStream().map(Account::view).toList();
    }

    /** @return the user names of the demo's accounts that were closed because this installation is no demo, and are closed still */
    @RolesAllowed(SALES_ADMIN_NAME)
    public List<String> closedDemoAccounts() {
        return demoAccounts.closed();
    }

    /**
     * Makes an account with a password that serves for one sign-in within 72 hours.
     *
     * @param userName 1 to 100 of a-z, 0-9, '.', '_', '@', '-'; upper case is taken as lower case
     * @param displayName null or blank: the user name
     * @param email or null
     * @param roles at least one
     * @return the password, which exists nowhere else
     * @throws RefusedException {@link Refusal#NAME_TAKEN}, {@link Refusal#INVALID_FIELD}, {@link Refusal#BUSY}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @RolesAllowed(SALES_ADMIN_NAME)
    public String create(String userName, String displayName, String email, Set<Role> roles) {
        String password = oneTimePassword();
        accounts.add(userName, displayName, email, roles, hashed(password), Caller.account(context));
        return password;
    }

    /**
     * Changes what a person is called and may do. Who changes it for themselves cannot give up being sales admin, so that one remains.
     *
     * @param id whose account
     * @param version that the caller has read
     * @param displayName null or blank: the user name
     * @param email or null
     * @param roles at least one
     * @throws RefusedException {@link Refusal#CHANGED_MEANWHILE}, {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_ALLOWED},
     *     {@link Refusal#INVALID_FIELD}
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public void change(UUID id, int version, String displayName, String email, Set<Role> roles) {
        Account account = accounts.lockForAdmin(id, Caller.account(context));
        AccountView before = account.view();
        Versions.require(version, before.version());
        boolean fewerRights = !roles.containsAll(before.roles());
        if (isCaller(id) && !roles.contains(Role.SALES_ADMIN)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Another sales admin must take that role from you.");
        }
        account.describe(displayName, email);
        account.give(roles);
        if (fewerRights && !isCaller(id)) {
            signIns.endAll(id, null, Caller.account(context), "roles-taken");
        }
        AuditAct act = before.roles().equals(roles) ? AuditAct.ACCOUNT_CHANGED : AuditAct.ROLE_CHANGED;
        accounts.tellAndLog("account-changed", act, before, account, Caller.account(context));
        accounts.tellFormerAddress(before, account);
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
        Account account = accounts.lockForAdmin(id, Caller.account(context));
        AccountView before = account.view();
        account.activate(active);
        if (!active) {
            signIns.endAll(id, null, Caller.account(context), "deactivated");
        }
        accounts.tellAndLog(active ? "account-activated" : "account-deactivated",
            active ? AuditAct.ACCOUNT_ACTIVATED : AuditAct.ACCOUNT_DEACTIVATED, before, account, Caller.account(context));
    }

    /**
     * Gives a person a new password that serves for one sign-in within 72 hours, signs them out everywhere, and removes their passkeys:
     * whoever lost a device, or has an intruder in the account, starts afresh.
     *
     * @param id whose account; not the caller's
     * @return the password, which exists nowhere else
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#BUSY}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @RolesAllowed(SALES_ADMIN_NAME)
    public String resetPassword(UUID id) {
        if (isCaller(id)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Change your own password on the password page.");
        }
        String password = oneTimePassword();
        accounts.resetPassword(id, hashed(password), Caller.account(context));
        return password;
    }

    private String hashed(String password) {
        try (PasswordHashing.Permit permit = hashing.permitForKnown()) {
            return permit.hash(password);
        }
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
}

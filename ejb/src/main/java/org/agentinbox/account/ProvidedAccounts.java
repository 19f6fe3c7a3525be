package org.agentinbox.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Tokens;
import org.agentinbox.platform.audit.AuditAct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Accounts and sign-ins of people for whom a provider vouches. Works in its caller's transaction. */
@ApplicationScoped
public class ProvidedAccounts {

    private static final int MOST_OF_A_NAME = 50;
    private static final int TRIES = 20;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private AccountSetup setup;
    @Inject
    private Accounts accounts;
    @Inject
    private SignIns signIns;
    @Inject
    private SignInStart start;

    /**
     * Makes an account with a password that nobody knows.
     *
     * @param person with at least one role
     * @return its id
     */
    public UUID make(ProvidedPerson person) {
        Account account = setup.account(freeName(person), person.name(), person.email(), person.roles());
        account.changePassword(Passwords.ofNobody());
        account.speak(person.locale());
        setup.finish(account);
        return account.id();
    }

    private String freeName(ProvidedPerson person) {
        String wish = person.userName() != null ? person.userName() : person.email() != null ? person.email() : "user";
        String name = Account.normalised(wish).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]", "-").replaceFirst("^[^a-z0-9]+", "");
        String base = name.isEmpty() ? "user" : name.substring(0, Math.min(name.length(), MOST_OF_A_NAME));
        for (int i = 1; i <= TRIES; i++) {
            String tried = i == 1 ? base : base + "-" + i;
            if (!setup.exists(tried)) {
                return tried;
            }
        }
        return base + "-" + Tokens.next().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * @param email that the provider has verified
     * @return the only account that has it, unless it is an administrator's
     */
    public Optional<UUID> byMail(String email) {
        List<Account> found = em.createQuery("SELECT a FROM Account a WHERE LOWER(a.email) = :email", Account.class)
            .setParameter("email", email.toLowerCase(Locale.ROOT)).getResultList();
        return found.size() == 1 && found.get(0).view().roles().stream().noneMatch(Role::administers) ? Optional.of(found.get(0).id())
            : Optional.empty();
    }

    /**
     * Gives an account what its provider says, and ends its sign-ins where it may do less than before. What the provider does not say
     * stays.
     *
     * @param id of an account
     * @return whether it may sign in: it is active and has a role
     */
    public boolean update(UUID id, ProvidedPerson person) {
        Account account = accounts.lock(id);
        AccountView before = account.view();
        account.describe(person.name() == null ? before.displayName() : person.name(),
            person.email() == null ? before.email() : person.email());
        account.speak(person.locale() == null ? before.locale() : person.locale());
        account.giveOrNone(person.roles());
        if (!Role.effective(person.roles()).containsAll(Role.effective(before.roles()))) {
            signIns.endAll(id, null, null, person.roles().isEmpty() ? "no-role-at-provider" : "roles-taken");
        }
        tell(before, account);
        return account.isActive() && !person.roles().isEmpty();
    }

    private void tell(AccountView before, Account account) {
        AccountView after = account.view();
        boolean otherRoles = !new HashSet<>(before.roles()).equals(new HashSet<>(after.roles()));
        if (otherRoles || !Accounts.AccountFacts.of(before).equals(Accounts.AccountFacts.of(after))) {
            accounts.tellAndLog("account-changed", otherRoles ? AuditAct.ROLE_CHANGED : AuditAct.ACCOUNT_CHANGED, before, account, null);
            accounts.tellFormerAddress(before, account);
        }
    }

    /**
     * Signs in, after {@link #update} has said that it may.
     *
     * @param id of an account
     * @return the sign-in
     */
    public SignInResult.Success open(UUID id, SignInClient client) {
        return start.open(accounts.find(id), client, SignInMethod.PROVIDER);
    }

    /**
     * Ends sign-ins, and what is open on them.
     *
     * @param ids of them; those that have ended are left out
     * @param why for the log, a word
     */
    public void end(Collection<UUID> ids, String why) {
        signIns.end(Set.copyOf(ids), why);
    }

    /**
     * @param token what the browser sent, or null
     * @return the id of the sign-in that it belongs to
     */
    public Optional<UUID> signIn(String token) {
        return token == null ? Optional.empty() : signIns.byToken(token).map(SignIn::id);
    }
}

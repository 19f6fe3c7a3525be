package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Role;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.agentinbox.site.KeyScope;
import org.agentinbox.site.NewKey;
import org.agentinbox.site.SiteIntegration;
import org.agentinbox.visitor.VerifiedFields;
import org.agentinbox.visitor.VerifiedRecords;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.ejb.EJB;

/** Tests that an API key works only as long as the administrator who made it is one. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class KeyOwnersIT {

    private static final VerifiedFields FIELDS = new VerifiedFields("Vera", null, null, null, null, Map.of());

    @EJB
    private AccountService accounts;
    @EJB
    private SiteIntegration site;
    @EJB
    private VerifiedRecords records;
    private UUID maker;
    private UUID other;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID admin(String role) {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "keys-" + id);
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, ?)", id, role);
        return id;
    }

    private static SecurityIdentity identity(UUID account) {
        return Callers.of(account, Role.SALES_ADMIN_NAME, Role.MARKETING_ADMIN_NAME);
    }

    private String newKey() {
        maker = admin("MARKETING_ADMIN");
        other = admin("SALES_ADMIN");
        String[] key = new String[1];
        identity(maker).runAs(() -> {
            key[0] = site.newKey(new NewKey("CRM", Set.of(KeyScope.VISITORS), 12));
        });
        return key[0];
    }

    private static UUID id(String key) {
        return UUID.fromString(Sql.run("SELECT id FROM api_key WHERE key_hash = ?", Tokens.hash(key)));
    }

    /** Returns why a key is refused; null where it works. */
    private Refusal use(String key) {
        try {
            records.put(key, "keys@customer.example", FIELDS);
            return null;
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private void stopsWithItsMaker(BiConsumer<AccountService, UUID> loss) {
        String key = newKey();
        assertEquals(null, use(key));
        identity(other).runAs(() -> loss.accept(accounts, maker));
        assertEquals(Refusal.WRONG_KEY, use(key));
        identity(other).runAs(() -> site.takeOver(id(key)));
        assertEquals(null, use(key));
    }

    @Test
    void itStopsWhenItsMakerIsDeactivatedAndGoesOnWhenTakenOver() {
        stopsWithItsMaker((service, account) -> service.activate(account, false));
    }

    @Test
    void itStopsWhenItsMakerIsNoAdministratorAnyMoreAndGoesOnWhenTakenOver() {
        stopsWithItsMaker((service, account) -> service.change(account, Sql.version(account), "Somebody", null, Set.of(Role.LIVE_AGENT)));
    }

    @Test
    void anotherAdministratorsRoleIsAsGood() {
        String key = newKey();
        identity(other).runAs(() -> accounts.change(maker, Sql.version(maker), "Somebody", null, Set.of(Role.SALES_ADMIN)));
        assertEquals(null, use(key));
    }

    @Test
    void itEndsByItself() {
        String key = newKey();
        Sql.run("UPDATE api_key SET ends_at = now() WHERE id = ?", id(key));
        assertEquals(Refusal.WRONG_KEY, use(key));
    }
}

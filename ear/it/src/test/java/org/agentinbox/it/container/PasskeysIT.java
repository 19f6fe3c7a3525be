package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.OwnSignIns;
import org.agentinbox.account.Role;
import org.agentinbox.account.passkey.PasskeyService;
import org.agentinbox.account.passkey.PasskeyView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;

/** Tests who removes which passkeys, and that the services do nothing in a sign-in in which one is still to be shown. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class PasskeysIT {

    @EJB
    private PasskeyService passkeys;
    @EJB
    private AccountService accounts;
    @EJB
    private OwnSignIns signIns;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID account() {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "passkeys-" + id);
        return id;
    }

    private static UUID passkey(UUID account) {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO passkey (id, account_id, credential_id, credential_data, sign_count, backup_eligible, backed_up, transports, "
            + "label, created_at) VALUES (?, ?, decode(?, 'hex'), '', 0, false, false, '', 'One', now())", id, account,
            id.toString().replace("-", ""));
        return id;
    }

    private static <T> T as(UUID account, String role, Callable<T> call) throws Exception {
        return Callers.of(account, role).runAs(call);
    }

    private List<UUID> of(UUID account) throws Exception {
        return as(account, Role.LIVE_AGENT_NAME, () -> passkeys.all().stream().map(PasskeyView::id).toList());
    }

    @Test
    void peopleRemoveTheirOwnOnly() throws Exception {
        UUID me = account();
        UUID mine = passkey(me);
        UUID other = account();
        UUID others = passkey(other);
        as(me, Role.SALES_ADMIN_NAME, () -> {
            passkeys.remove(others);
            passkeys.remove(mine);
            return null;
        });
        assertEquals(List.of(), of(me));
        assertEquals(List.of(others), of(other));
    }

    @Test
    void aOneTimePasswordRemovesAll() throws Exception {
        UUID lost = account();
        passkey(lost);
        passkey(lost);
        UUID other = account();
        UUID stays = passkey(other);
        as(account(), Role.SALES_ADMIN_NAME, () -> accounts.resetPassword(lost));
        assertEquals(List.of(), of(lost));
        assertEquals(List.of(stays), of(other));
    }

    @Test
    void whereOneIsStillToBeShownNothingElseIsDone() throws Exception {
        UUID me = account();
        UUID mine = passkey(me);
        String role = Role.PASSKEY_REQUIRED_NAME;
        assertEquals(List.of(mine), as(me, role, () -> passkeys.all().stream().map(PasskeyView::id).toList()));
        assertThrows(EJBAccessException.class, () -> as(me, role, () -> accounts.all()));
        assertThrows(EJBAccessException.class, () -> as(me, role, () -> accounts.resetPassword(me)));
        assertThrows(EJBAccessException.class, () -> as(me, role, () -> signIns.all()));
        assertThrows(EJBAccessException.class, () -> as(me, role, () -> {
            passkeys.remove(mine);
            return null;
        }));
    }
}

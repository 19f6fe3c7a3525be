package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.account.OwnSignIns;
import org.agentinbox.account.Role;
import org.agentinbox.account.SignInView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;

/** Tests that people see and end their own sign-ins only. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class OwnSignInsIT {

    @EJB
    private OwnSignIns own;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID account() {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "own-" + id);
        return id;
    }

    private static UUID signIn(UUID account, String lastUsed) {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO sign_in (id, token_hash, account_id, created_at, expires_at, used_at) "
            + "VALUES (?, decode(?, 'hex'), ?, now() - interval '1 hour', now() + interval '1 hour', now() - CAST(? AS interval))",
            id, id.toString().replace("-", ""), account, lastUsed);
        return id;
    }

    private static <T> T as(UUID account, Role role, Callable<T> call) throws Exception {
        return Callers.of(account, role.name()).runAs(call);
    }

    private List<UUID> seenBy(UUID account) throws Exception {
        return as(account, Role.MARKETING_ADMIN, () -> own.all().stream().map(SignInView::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whateverTheRole(Role role) throws Exception {
        UUID me = account();
        UUID mine = signIn(me, "0");
        assertEquals(List.of(mine), as(me, role, () -> own.all().stream().map(SignInView::id).toList()));
    }

    @Test
    void onesOwnAreSeenTheLastUsedFirstAndIdleOnesAreNot() throws Exception {
        UUID me = account();
        UUID before = signIn(me, "10 minutes");
        UUID last = signIn(me, "1 minute");
        signIn(me, "31 minutes");
        signIn(account(), "0");
        assertEquals(List.of(last, before), seenBy(me));
    }

    @Test
    void nobodyEndsThoseOfOthers() throws Exception {
        UUID me = account();
        UUID mine = signIn(me, "0");
        UUID other = account();
        UUID others = signIn(other, "0");
        as(me, Role.SALES_ADMIN, () -> {
            own.end(others);
            return null;
        });
        assertEquals(List.of(others), seenBy(other));
        as(me, Role.SALES_ADMIN, () -> {
            own.endOthers(others);
            return null;
        });
        assertEquals(List.of(others), seenBy(other));
        assertEquals(List.of(), seenBy(me));
        assertEquals("0", Sql.run("SELECT count(*) FROM sign_in WHERE id = ?", mine));
    }

    @Test
    void oneEndsAndAllOthersEnd() throws Exception {
        UUID me = account();
        UUID kept = signIn(me, "0");
        UUID one = signIn(me, "1 minute");
        UUID another = signIn(me, "2 minutes");
        UUID more = signIn(me, "3 minutes");
        as(me, Role.CALENDAR_AGENT, () -> {
            own.end(one);
            own.end(one);
            return null;
        });
        assertEquals(List.of(kept, another, more), seenBy(me));
        as(me, Role.CALENDAR_AGENT, () -> {
            own.endOthers(kept);
            return null;
        });
        assertEquals(List.of(kept), seenBy(me));
    }

    @Test
    void whoIsNotSignedInSeesNone() {
        assertThrows(EJBAccessException.class, () -> own.all());
    }
}

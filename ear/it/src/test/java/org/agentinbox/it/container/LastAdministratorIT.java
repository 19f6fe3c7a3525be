package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Role;
import org.agentinbox.it.support.Await;
import org.agentinbox.platform.RefusedException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;

/** Tests that one sales admin is left where several take the role from each other at the same time. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class LastAdministratorIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** The ways of taking an administrator's rights. */
    enum Taking {
        ROLE {
            @Override
            void from(AccountService service, UUID account) {
                service.change(account, 0, "Somebody", null, Set.of(Role.LIVE_AGENT));
            }
        },
        ACCOUNT {
            @Override
            void from(AccountService service, UUID account) {
                service.activate(account, false);
            }
        };

        abstract void from(AccountService service, UUID account);
    }

    @EJB
    private AccountService service;
    @Resource
    private ManagedExecutorService executor;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID admin() {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "admin-" + id);
        Sql.run("INSERT INTO account_role (account_id, role) VALUES (?, 'SALES_ADMIN')", id);
        return id;
    }

    /** An identity that was valid when the request began, whatever has happened to the account since. */
    private static SecurityIdentity identity(UUID account) {
        return Callers.of(account, Role.SALES_ADMIN_NAME);
    }

    private CompletableFuture<Boolean> succeeds(SecurityIdentity caller, Taking taking, UUID from) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                caller.runAs(() -> taking.from(service, from));
                return true;
            } catch (RefusedException e) {
                return false;
            }
        }, executor);
    }

    private static boolean isAdmin(UUID account) {
        return Sql.run("SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id "
            + "WHERE a.id = ? AND a.active AND r.role = 'SALES_ADMIN'", account) != null;
    }

    @ParameterizedTest
    @EnumSource(Taking.class)
    void twoWhoTakeItFromEachOtherAtOnceLeaveOne(Taking taking) throws SQLException {
        UUID one = admin();
        UUID other = admin();
        CompletableFuture<Boolean> first;
        CompletableFuture<Boolean> second;
        try (Connection held = Sql.connect(); Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("SELECT id FROM account WHERE user_name LIKE 'admin-%' FOR UPDATE");
            first = succeeds(identity(one), taking, other);
            second = succeeds(identity(other), taking, one);
            Await.until("both wait", SOON, () -> Integer.parseInt(Sql.run("SELECT count(*) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%account%'")) >= 2);
            held.rollback();
        }
        assertEquals(1, List.of(first, second).stream().filter(CompletableFuture::join).count());
        assertEquals(1, List.of(one, other).stream().filter(LastAdministratorIT::isAdmin).count());
    }

    @Test
    void whoIsNoAdministratorAnyMoreTakesNothingFromAnybody() {
        UUID gone = admin();
        UUID other = admin();
        Sql.run("UPDATE account SET active = false WHERE id = ?", gone);
        assertThrows(RefusedException.class, () -> identity(gone).runAs(() -> Taking.ROLE.from(service, other)));
        assertThrows(RefusedException.class, () -> identity(gone).runAs(() -> Taking.ACCOUNT.from(service, other)));
        assertEquals(true, isAdmin(other));
    }
}

package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.availability.AgentZones;
import org.agentinbox.platform.Outage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;

/**
 * Tests that what the database could not answer is not taken for something that does not exist. A transaction that is marked for rollback
 * gets no connection, as when the database is away.
 */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class FailedLoadsIT {

    @Inject
    private AgentZones zones;
    @Inject
    private UserTransaction transaction;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static UUID agent() {
        UUID id = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Somebody', '', false, true, now())", id, "loads-" + id);
        Sql.run("INSERT INTO agent (account_id) VALUES (?)", id);
        return id;
    }

    @Test
    void whatCannotBeLoadedIsNotTakenForMissing() throws Exception {
        UUID id = agent();
        transaction.begin();
        try {
            assertEquals(Optional.empty(), zones.of(UUID.randomUUID()), "the transaction has an entity manager now");
            transaction.setRollbackOnly();
            PersistenceException failure = assertThrows(PersistenceException.class, () -> zones.of(id));
            assertTrue(Outage.isCauseOf(failure), failure.toString());
        } finally {
            transaction.rollback();
        }
        assertEquals(Optional.of(ZoneId.of("UTC")), zones.of(id));
    }

    @Test
    void whatIsMissingIsNotFound() {
        assertEquals(Optional.empty(), zones.of(UUID.randomUUID()));
    }
}

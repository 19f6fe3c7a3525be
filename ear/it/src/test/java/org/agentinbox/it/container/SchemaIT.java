package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agentinbox.platform.SchemaMigration;
import org.hibernate.boot.spi.BootstrapContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The deployment has brought the schema up, and a second start finds nothing to do. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class SchemaIT {

    private static final String HISTORY = "SELECT string_agg(version || ' ' || success || ' ' || installed_on, ', ' ORDER BY installed_rank) FROM flyway_schema_history";

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @Test
    void migrationsAreApplied() {
        assertTrue(Sql.run("SELECT max(version) FROM flyway_schema_history WHERE success AND type = 'SQL'").compareTo("1") >= 0);
        assertEquals(null, Sql.run("SELECT version FROM flyway_schema_history WHERE NOT success"));
        assertEquals("ROUND_ROBIN", Sql.run("SELECT id FROM rotation"));
    }

    @Test
    void runningThemAgainDoesNothing() {
        String before = Sql.run(HISTORY);
        new SchemaMigration().integrate(null, (BootstrapContext) null, null);
        assertEquals(before, Sql.run(HISTORY));
    }
}

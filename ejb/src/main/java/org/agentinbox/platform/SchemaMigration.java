package org.agentinbox.platform;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Migrates the schema before Hibernate validates its mapping against it. A failure fails the deployment. Several nodes may start at once;
 * Flyway's lock lets one of them migrate. Tables change in versioned migrations; functions, triggers and views in repeatable ones (ADR 22).
 */
public class SchemaMigration implements Integrator {

    private static final String DATA_SOURCE = "java:jboss/datasources/AgentInboxDS";

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(dataSource())
            .locations("classpath:db/migration")
            // JBeret creates its tables in the same schema first, so the schema is not empty even where nothing has been migrated yet.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            // A node of an older version may start beside newer ones: migrations that only those know must not stop it. The first pattern
            // is Flyway's default.
            .ignoreMigrationPatterns("*:future", "repeatable:missing")
            .load()
            .migrate();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // There is nothing to clean up.
    }

    private static DataSource dataSource() {
        try {
            return InitialContext.doLookup(DATA_SOURCE);
        } catch (NamingException e) {
            throw new IllegalStateException("The data source " + DATA_SOURCE + " is missing: add it to the server (see README).", e);
        }
    }
}

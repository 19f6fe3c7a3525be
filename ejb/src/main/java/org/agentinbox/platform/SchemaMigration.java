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
 * Brings the schema to this version's state before Hibernate validates its mapping against it. A failure fails the
 * deployment; several nodes may start at once, Flyway's lock lets one of them do the work. Tables change in versioned
 * migrations, functions, triggers and views in repeatable ones (ADR 22).
 */
public class SchemaMigration implements Integrator {

    private static final String DATA_SOURCE = "java:jboss/datasources/AgentInboxDS";

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(dataSource())
            .locations("classpath:db/migration")
            // JBeret makes its tables in the same schema first, so an empty history does not mean an empty schema.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            // A node of an older version starts beside newer ones: what only they have is no reason to refuse (the first is the default).
            .ignoreMigrationPatterns("*:future", "repeatable:missing")
            .load()
            .migrate();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing was set up that would have to be taken down
    }

    private static DataSource dataSource() {
        try {
            return InitialContext.doLookup(DATA_SOURCE);
        } catch (NamingException e) {
            throw new IllegalStateException("The data source " + DATA_SOURCE + " is missing: add it to the server (see README).", e);
        }
    }
}

package org.agentinbox.platform;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.JDBCException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

import jakarta.persistence.PersistenceException;

/**
 * Makes {@code EntityManager.find} fail where the database fails. By itself, Hibernate answers null in a transaction that is marked for
 * rollback (HHH-12472), and the pool marks it so when the connection breaks: while the database was away, accounts seemed not to exist.
 */
public class FailedLoads implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        EventListenerRegistry listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        List<LoadEventListener> checked = new ArrayList<>();
        listeners.getEventListenerGroup(EventType.LOAD).fireEventOnEachListener(checked,
            (listener, all) -> all.add(new Checked(listener)));
        listeners.setListeners(EventType.LOAD, checked.toArray(LoadEventListener[]::new));
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // There is nothing to clean up.
    }

    /** Throws what {@code find} lets through in any state of the transaction. */
    private record Checked(LoadEventListener listener) implements LoadEventListener {

        @Override
        public void onLoad(LoadEvent event, LoadType type) {
            try {
                listener.onLoad(event, type);
            } catch (JDBCException e) {
                throw failure(event, e);
            }
        }

        private static RuntimeException failure(LoadEvent event, JDBCException e) {
            boolean wouldBeNull = event.getSession().accessTransaction().getRollbackOnly();
            return wouldBeNull ? new PersistenceException(event.getEntityClassName() + " could not be loaded", e) : e;
        }
    }
}

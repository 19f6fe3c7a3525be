package org.agentinbox.account;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Removes what counts no more: failures that are forgiven, sign-ins that have expired, devices that nobody uses. */
@ApplicationScoped
class SignInCleanup {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private SignInFailures failures;
    @Inject
    private KnownDevices devices;

    @Transactional
    void removeOld() {
        failures.removeForgiven();
        devices.removeOld();
        em.createQuery("DELETE FROM SignIn s WHERE s.expiresAt < :now").setParameter("now", clock.instant()).executeUpdate();
    }
}

package org.agentinbox.site;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The valid secrets, for checking signatures only. They must never be shown or logged. */
@ApplicationScoped
public class SiteSecrets {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** @return the secrets as keys, in the order of {@link #valid}; empty where none was made yet */
    public List<byte[]> keys() {
        return valid().stream().map(SiteSecret::key).toList();
    }

    List<SiteSecret> valid() {
        return em
            .createQuery("SELECT s FROM SiteSecret s WHERE s.endsAt IS NULL OR s.endsAt > :now ORDER BY s.createdAt DESC", SiteSecret.class)
            .setParameter("now", clock.instant()).getResultList();
    }
}

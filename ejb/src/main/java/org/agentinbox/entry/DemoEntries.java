package org.agentinbox.entry;

import java.time.Clock;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes entries for demo data. */
@ApplicationScoped
public class DemoEntries {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** Adds an entry after the default one. */
    public void add(String key, int position, EntryWish wish) {
        Entry entry = new Entry(Ids.next(clock.instant()), key, position);
        entry.write(wish, clock.instant());
        em.persist(entry);
    }
}

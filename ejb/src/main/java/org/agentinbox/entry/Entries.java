package org.agentinbox.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.team.TeamInUseException;
import org.agentinbox.team.TeamRemoval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** The entries, for other features. Works in its caller's transaction. */
@ApplicationScoped
public class Entries {

    @PersistenceContext
    private EntityManager em;

    /** @return all entries in the administrators' order */
    public List<EntryView> all() {
        return entities().stream().map(Entry::view).toList();
    }

    /**
     * @param key or null
     * @return empty where there is no such entry
     */
    public Optional<EntryView> find(String key) {
        return entity(key).map(Entry::view);
    }

    /**
     * The entry by which a visitor comes in.
     *
     * @param keyOrNull what the page asks for
     * @return the entry with this key where it is on, else {@code default}
     */
    public EntryView used(String keyOrNull) {
        return find(keyOrNull).filter(entry -> entry.is().active()).orElseGet(() -> find(EntryView.DEFAULT).orElseThrow());
    }

    /** @return of all entries that are on, in no particular order; {@code default} is one of them */
    public List<EntryWay> ways() {
        return em.createQuery("SELECT e.key, e.routing, e.agentId, e.teamId, e.queueMinutes FROM Entry e WHERE e.active", Tuple.class)
            .getResultStream().map(Entries::way).toList();
    }

    private static EntryWay way(Tuple row) {
        return new EntryWay(row.get(0, String.class),
            new EntryRouting(row.get(1, RoutingOption.class), row.get(2, UUID.class), row.get(3, UUID.class)),
            row.get(4, Integer.class) > 0);
    }

    List<Entry> entities() {
        return em.createQuery("SELECT e FROM Entry e ORDER BY e.position, e.key", Entry.class).getResultList();
    }

    private Optional<Entry> entity(String keyOrNull) {
        return keyOrNull == null || keyOrNull.indexOf('\0') >= 0 ? Optional.empty()
            : em.createQuery("SELECT e FROM Entry e WHERE e.key = :key", Entry.class).setParameter("key", keyOrNull).getResultStream()
                .findFirst();
    }

    void teamRemoved(@Observes TeamRemoval removal) {
        entities().stream().filter(entry -> entry.names(removal.teamId())).findFirst().ifPresent(entry -> {
            throw new TeamInUseException(TeamInUseException.User.ENTRY, entry.view().is().name());
        });
    }

    /** One administrator at a time, so that keys and places stay different. Readers do not wait. */
    void lock() {
        em.createNativeQuery("LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
    }
}

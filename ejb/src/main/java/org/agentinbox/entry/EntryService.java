package org.agentinbox.entry;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.availability.Candidates;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.team.Teams;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Administers entries. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class EntryService {

    /** Limits the work of whoever goes through all entries. */
    static final int MOST = 100;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Entries entries;
    @Inject
    private Teams teams;
    @Inject
    private Candidates candidates;
    @Inject
    private Directory directory;
    @Inject
    private Audit audit;

    /** @return all entries in their order */
    public List<EntryView> all() {
        return entries.all();
    }

    /**
     * Adds an entry as the last one.
     *
     * @param key 1 to 50 of a-z, 0-9, {@code -} and {@code _}; it never changes
     * @return the new entry
     * @throws RefusedException {@link Refusal#INVALID_FIELD}, {@link Refusal#NAME_TAKEN} where another entry has the key
     */
    public EntryView add(String key, EntryWish wish) {
        entries.lock();
        int count = entries.all().size();
        if (count >= MOST) {
            throw RefusedException.ofField("key", "at most " + MOST + " entries");
        }
        Entry entry = new Entry(Ids.next(clock.instant()), key, count + 1);
        write(entry, wish);
        if (entries.find(entry.view().key()).isPresent()) {
            throw new RefusedException(Refusal.NAME_TAKEN, "Another entry has this key.");
        }
        em.persist(entry);
        record(AuditAct.ENTRY_CREATED, entry, null, entry.view().is());
        return entry.view();
    }

    /**
     * @param id of an entry
     * @param version of the entry that the caller has read
     * @return the entry as it is now
     * @throws RefusedException {@link Refusal#INVALID_FIELD}, {@link Refusal#NOT_FOUND}, {@link Refusal#CHANGED_MEANWHILE}
     */
    public EntryView change(UUID id, int version, EntryWish wish) {
        entries.lock();
        Entry entry = find(id);
        entry.requireVersion(version);
        EntryWish before = entry.view().is();
        write(entry, wish);
        em.flush();
        record(AuditAct.ENTRY_CHANGED, entry, before, entry.view().is());
        return entry.view();
    }

    /**
     * Removes an entry; whoever asks for it from now on comes in by {@code default}.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}; {@link Refusal#NOT_ALLOWED} for {@code default}
     */
    public void remove(UUID id) {
        entries.lock();
        Entry entry = find(id);
        if (entry.view().isDefault()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "The default entry stays: visitors come in by it where a page names none.");
        }
        record(AuditAct.ENTRY_REMOVED, entry, entry.view().is(), null);
        em.remove(entry);
    }

    /**
     * @param order the ids of all entries in their new order
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where others exist by now
     */
    public void order(List<UUID> order) {
        entries.lock();
        List<Entry> all = entries.entities();
        if (order.size() != all.size() || !new HashSet<>(order).equals(new HashSet<>(all.stream().map(Entry::id).toList()))) {
            throw RefusedException.ofField("order", "each entry once; somebody has added or removed one");
        }
        List<String> before = keys();
        all.forEach(entry -> entry.moveTo(order.indexOf(entry.id()) + 1));
        audit.record(AuditRecord.of(AuditAct.ENTRIES_ORDERED).about(AuditSubject.ENTRY, null, null)
            .changed(Map.of("order", before), Map.of("order", keys())));
    }

    private List<String> keys() {
        return entries.all().stream().map(EntryView::key).toList();
    }

    private void record(AuditAct act, Entry entry, EntryWish before, EntryWish after) {
        audit.record(AuditRecord.of(act).about(AuditSubject.ENTRY, entry.id(), entry.view().key()).changed(before, after));
    }

    private void write(Entry entry, EntryWish wish) {
        UUID agent = wish.routing().agentId();
        if (agent != null && candidates.all().stream().noneMatch(c -> c.agentId().equals(agent))) {
            throw RefusedException.ofField("agent", "somebody who takes live chats");
        }
        requireTeam("team", wish.routing().teamId());
        requireTeam("bookingTeam", wish.booking().teamId());
        UUID booked = wish.booking().agentId();
        if (booked != null && directory.people(List.of(booked)).isEmpty()) {
            throw RefusedException.ofField("bookingAgent", "somebody who has an account");
        }
        entry.write(wish, clock.instant());
    }

    private void requireTeam(String field, UUID idOrNull) {
        if (idOrNull != null && teams.find(idOrNull).isEmpty()) {
            throw RefusedException.ofField(field, "a team that exists");
        }
    }

    private Entry find(UUID id) {
        Entry entry = em.find(Entry.class, id);
        if (entry == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such entry.");
        }
        return entry;
    }
}

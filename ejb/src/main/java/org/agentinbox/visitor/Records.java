package org.agentinbox.visitor;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Finds and makes records, and joins visitors with them. Works in its caller's transaction. */
@ApplicationScoped
class Records {

    /** How many of the newest visitors with an address are considered. */
    static final int LOOKED_AT = 50;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Event<RecordChanged> changed;

    /** The record of an address; it is created where there is none. */
    VisitorRecord of(String email) {
        em.createNativeQuery(
            "INSERT INTO visitor_record (id, version, email, created_at) VALUES (:id, 0, :email, :now) ON CONFLICT (email) DO NOTHING")
            .setParameter("id", Ids.next(clock.instant())).setParameter("email", VisitorRecord.key(email))
            .setParameter("now", clock.instant())
            .executeUpdate();
        return em.createQuery("SELECT r FROM VisitorRecord r WHERE r.email = :email", VisitorRecord.class)
            .setParameter("email", VisitorRecord.key(email)).getSingleResult();
    }

    /** Joins a visitor with the record of the address that they claim, unless an administrator said that they are not that person. */
    void joinAsClaimed(Visitor visitor) {
        if (visitor.email() == null || visitor.isVerified()) {
            return;
        }
        UUID before = visitor.recordId();
        VisitorRecord record = of(visitor.email());
        if (em.find(VisitorApart.class, new VisitorApart.Key(visitor.id(), record.id())) == null) {
            visitor.join(record.id(), false);
        } else {
            visitor.part();
        }
        tellOfMove(before, visitor.recordId());
    }

    /** Joins a visitor with the record of the person whom the site signed, and stores what the site vouches for. */
    void joinAsSigned(Visitor visitor, IdentityToken token) {
        UUID before = visitor.recordId();
        VisitorRecord record = of(token.email());
        visitor.join(record.id(), true);
        use(token, visitor);
        record.verify(token.fields(), clock.instant());
        em.flush();
        if (before != null && !before.equals(record.id())) {
            tell(before, false);
        }
        tell(record.id(), true);
    }

    /** Ties a token to the first visitor who uses it, so that a stolen one cannot be used in another browser. */
    private void use(IdentityToken token, Visitor visitor) {
        em.createNativeQuery("DELETE FROM signed_use WHERE ends_at < :now").setParameter("now", clock.instant().minus(IdentityToken.SKEW))
            .executeUpdate();
        em.createNativeQuery(
            "INSERT INTO signed_use (token_hash, visitor_id, ends_at) VALUES (:hash, :visitor, :end) ON CONFLICT (token_hash) DO NOTHING")
            .setParameter("hash", token.hash()).setParameter("visitor", visitor.id()).setParameter("end", token.endsAt()).executeUpdate();
        Object user = em.createNativeQuery("SELECT visitor_id FROM signed_use WHERE token_hash = :hash", UUID.class)
            .setParameter("hash", token.hash()).getSingleResult();
        if (!visitor.id().equals(user)) {
            throw RefusedException.ofField("signed", "it was used in another browser: each page needs a token of its own");
        }
    }

    private void tellOfMove(UUID before, UUID after) {
        if (!Objects.equals(before, after)) {
            em.flush();
            Stream.of(before, after).filter(Objects::nonNull).forEach(record -> tell(record, false));
        }
    }

    void tell(UUID recordId, boolean fields) {
        changed.fire(new RecordChanged(recordId, fields));
    }

    /** The records by id, in two queries for any number. */
    Map<UUID, RecordView> views(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Tuple> said = said(ids).stream().collect(Collectors.toMap(row -> row.get("id", UUID.class), Function.identity()));
        return em.createQuery("SELECT r FROM VisitorRecord r WHERE r.id IN :ids", VisitorRecord.class).setParameter("ids", ids)
            .getResultStream()
            .map(record -> view(record, said.get(record.id()))).collect(Collectors.toMap(RecordView::id, Function.identity()));
    }

    private static RecordView view(VisitorRecord record, Tuple said) {
        return said == null ? record.view(new VisitorClaims(null, null, null, null, null), 0)
            : record.view(new VisitorClaims(said.get("name", String.class), said.get("job_title", String.class), null,
                said.get("phone", String.class),
                said.get("company", String.class)), said.get("visitors", Number.class).intValue());
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> said(Collection<UUID> ids) {
        return em.createNativeQuery("""
            SELECT r.id, count(*) AS visitors,
                (array_agg(v.name ORDER BY v.id DESC) FILTER (WHERE v.name IS NOT NULL))[1] AS name,
                (array_agg(v.job_title ORDER BY v.id DESC) FILTER (WHERE v.job_title IS NOT NULL))[1] AS job_title,
                (array_agg(v.phone ORDER BY v.id DESC) FILTER (WHERE v.phone IS NOT NULL))[1] AS phone,
                (array_agg(v.company ORDER BY v.id DESC) FILTER (WHERE v.company IS NOT NULL))[1] AS company
            FROM visitor_record r CROSS JOIN LATERAL (SELECT w.* FROM visitor w WHERE w.record_id = r.id ORDER BY w.id DESC LIMIT :most) v
            WHERE r.id IN (:ids) GROUP BY r.id
            """, Tuple.class).setParameter("ids", ids).setParameter("most", LOOKED_AT + 1).getResultList();
    }
}

package org.agentinbox.visitor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What is known of visitors, for other features. It checks no permission: its callers decide who may see it. */
@ApplicationScoped
public class Visitors {

    /** Limits the work for an address under which very many visitors came. */
    private static final int MOST = 1_000;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Records records;

    /**
     * @param ids of visitors
     * @return those that exist, by id
     */
    public Map<UUID, VisitorView> views(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : views(em.createQuery("SELECT v FROM Visitor v WHERE v.id IN :ids", Visitor.class)
            .setParameter("ids", ids).getResultList());
    }

    /**
     * @param id of a visitor
     * @return only what they sent themselves, so all of it may be shown to them; empty where there is no such visitor
     */
    public Optional<VisitorView> said(UUID id) {
        return Optional.ofNullable(em.find(Visitor.class, id)).map(Visitor::view);
    }

    private Map<UUID, VisitorView> views(List<Visitor> visitors) {
        Map<UUID, RecordView> known = records
            .views(visitors.stream().map(Visitor::recordId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return visitors.stream().map(v -> v.view(v.recordId() == null ? null : known.get(v.recordId())))
            .collect(Collectors.toMap(VisitorView::id, Function.identity()));
    }

    VisitorView view(Visitor visitor) {
        return views(List.of(visitor)).get(visitor.id());
    }

    /**
     * @param id of a visitor
     * @return all visitors joined with the same record, this one among them, whose history agents see as one; the newest {@value #MOST} at
     * most
     */
    public List<UUID> joined(UUID id) {
        return ids(em
            .createNativeQuery("(SELECT v.id FROM visitor v WHERE v.record_id = (SELECT w.record_id FROM visitor w WHERE w.id = :id) "
                + "ORDER BY v.id DESC LIMIT " + MOST + ") UNION SELECT CAST(:id AS uuid)", UUID.class)
            .setParameter("id", id).getResultList());
    }

    /**
     * @param recordId of a record
     * @return the visitors joined with it, the newest first; {@value #MOST} at most
     */
    public List<UUID> of(UUID recordId) {
        return ids(em.createNativeQuery("SELECT id FROM visitor WHERE record_id = :record ORDER BY id DESC LIMIT " + MOST, UUID.class)
            .setParameter("record", recordId)
            .getResultList());
    }

    private static List<UUID> ids(List<?> found) {
        return found.stream().map(UUID.class::cast).toList();
    }
}

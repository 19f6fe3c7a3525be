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

/** What is known of visitors, for the other features; they decide who may see it. */
@ApplicationScoped
public class Visitors {

    /** Whoever asks with one address again and again makes nothing slow. */
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
     * @return what they brought themselves, and nothing of what is known beside it: for all that they are told; empty where there is no
     *     such visitor
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
     * @return who goes by the same email address, the visitor among them: for agents, to whom their history is one; of thousands the newest
     */
    public List<UUID> joined(UUID id) {
        return ids(em
            .createNativeQuery("(SELECT v.id FROM visitor v WHERE v.record_id = (SELECT w.record_id FROM visitor w WHERE w.id = :id) "
                + "ORDER BY v.id DESC LIMIT " + MOST + ") UNION SELECT CAST(:id AS uuid)", UUID.class)
            .setParameter("id", id).getResultList());
    }

    /**
     * @param recordId of a record
     * @return who goes by its email address, the newest first; of thousands not all
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

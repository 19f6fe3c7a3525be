package org.agentinbox.visitor;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What is known of visitors, for the other features; they decide who may see it. */
@ApplicationScoped
public class Visitors {

    @PersistenceContext
    private EntityManager em;

    /**
     * @param ids of visitors
     * @return those that exist, by id
     */
    public Map<UUID, VisitorView> views(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : em.createQuery("SELECT v FROM Visitor v WHERE v.id IN :ids", Visitor.class)
            .setParameter("ids", ids).getResultStream().map(Visitor::view)
            .collect(Collectors.toMap(VisitorView::id, Function.identity()));
    }
}

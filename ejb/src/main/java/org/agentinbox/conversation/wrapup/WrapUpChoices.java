package org.agentinbox.conversation.wrapup;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads the lists of outcomes and tags. Works in its caller's transaction. */
@ApplicationScoped
class WrapUpChoices {

    /** Lets one writer in at a time, because each compares names and places before it writes, and writers are rare. Readers do not wait. */
    private static final String LOCK = "LOCK TABLE wrap_up_choice IN SHARE ROW EXCLUSIVE MODE";

    @PersistenceContext
    private EntityManager em;

    void lock() {
        em.createNativeQuery(LOCK).executeUpdate();
    }

    /** The list, in its order. */
    List<WrapUpChoice> list(ChoiceKind kind) {
        return em.createQuery("SELECT c FROM WrapUpChoice c WHERE c.kind = :kind AND c.removedAt IS NULL ORDER BY c.position, c.id",
            WrapUpChoice.class).setParameter("kind", kind).getResultList();
    }

    List<ChoiceView> views(ChoiceKind kind) {
        return list(kind).stream().map(WrapUpChoice::view).toList();
    }

    /** Those that exist, removed ones too, by id and in the order of their lists. */
    Map<UUID, ChoiceView> byId(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of()
            : em.createQuery("SELECT c FROM WrapUpChoice c WHERE c.id IN :ids ORDER BY c.position, c.id", WrapUpChoice.class)
                .setParameter("ids", ids).getResultStream().map(WrapUpChoice::view)
                .collect(Collectors.toMap(ChoiceView::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }
}

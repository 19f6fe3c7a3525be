package org.agentinbox.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Records refused acts, as many as there is room for. */
@ApplicationScoped
class RefusedEntries {

    /** Of one act, by one actor, or from one address where nobody is known. */
    static final int MOST_OF_ONE = 20;
    /** Of one act, by all. */
    static final int MOST = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private KnownNames names;

    /** @param record with its actor and its address */
    @Transactional(TxType.REQUIRES_NEW)
    void add(AuditRecord record) {
        Instant now = clock.instant();
        if (hasRoom(record, now.minus(HOUR))) {
            AuditActor actor = record.actor();
            em.persist(new AuditEntry(Ids.next(now), now, record, actor, record.address(),
                names.of(actor.kind() == AuditActor.Kind.ACCOUNT ? List.of(actor.id()) : List.of())));
        }
    }

    private boolean hasRoom(AuditRecord record, Instant since) {
        boolean isKnown = record.actor().id() != null;
        String whose = isKnown ? "e.actorId = :whose" : "e.actorId IS NULL AND e.address = :whose";
        return count("TRUE", record, since, null, MOST) < MOST
            && count(whose, record, since, isKnown ? record.actor().id() : record.address(), MOST_OF_ONE) < MOST_OF_ONE;
    }

    private int count(String which, AuditRecord record, Instant since, Object whose, int most) {
        var query = em.createQuery("SELECT 1 FROM AuditEntry e WHERE e.act = :act AND e.at > :since AND " + which, Integer.class)
            .setParameter("act", record.act()).setParameter("since", since).setMaxResults(most);
        return (whose == null ? query : query.setParameter("whose", whose)).getResultList().size();
    }
}

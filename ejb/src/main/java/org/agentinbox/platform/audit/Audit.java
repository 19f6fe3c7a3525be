package org.agentinbox.platform.audit;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.securitylog.ClientAddress;
import org.agentinbox.platform.securitylog.SecurityLog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Records acts in the audit trail, and tells the security log of those that belong there. */
@ApplicationScoped
public class Audit {

    /** How long a repeated act counts as one. */
    static final Duration ONCE = Duration.ofHours(1);

    @PersistenceContext
    private EntityManager em;
    @Resource
    private TransactionSynchronizationRegistry transactions;
    @Inject
    private Clock clock;
    @Inject
    private SecurityLog securityLog;
    @Inject
    private Instance<Principal> caller;
    @Inject
    private KnownNames names;
    @Inject
    private RefusedActs refusedActs;

    /**
     * Records what the caller's transaction does: in that transaction, so that both are kept or neither.
     *
     * @param record what was done; nothing is recorded of a change that changes nothing
     */
    @Transactional(TxType.MANDATORY)
    public void record(AuditRecord record) {
        if (!record.changesNothing()) {
            Instant now = clock.instant();
            em.persist(entry(record, now));
        }
        tell(record);
    }

    /**
     * The same, once an hour for each caller, act and subject, such as for reading.
     *
     * @param record about something with an id
     */
    @Transactional(TxType.MANDATORY)
    public void recordOnceAnHour(AuditRecord record) {
        UUID actor = actor(record).id();
        boolean isTold = em
            .createQuery("SELECT e.id FROM AuditEntry e WHERE e.subjectId = :subject AND e.act = :act AND e.actorId = :actor "
                + "AND e.at > :since", UUID.class)
            .setParameter("subject", record.subjectId()).setParameter("act", record.act())
            .setParameter("actor", actor).setParameter("since", clock.instant().minus(ONCE)).setMaxResults(1).getResultStream().findAny()
            .isPresent();
        if (!isTold) {
            record(record);
        }
    }

    /**
     * Records what was refused, whatever becomes of the caller's transaction: in one of its own, soon afterwards and by another thread, so
     * that no lock is held. Strangers cannot fill the table: each actor and each address has so many an hour, and all of them together;
     * the security log has the others.
     *
     * @param record what was tried
     */
    public void refused(AuditRecord record) {
        AuditActor actor = actor(record);
        if (record.event() != null) {
            securityLog.refused(record.event());
        }
        refusedActs.later(record.by(actor).from(address(record)));
    }

    /**
     * Says that a program works in the caller's transaction, and not a person.
     *
     * @param id of its API key
     * @param name what the key is called
     */
    @Transactional(TxType.MANDATORY)
    public void isByKey(UUID id, String name) {
        transactions.putResource(Audit.class, AuditActor.key(id, name));
    }

    private void tell(AuditRecord record) {
        if (record.event() != null) {
            securityLog.done(record.event());
        }
    }

    private AuditEntry entry(AuditRecord record, Instant now) {
        AuditActor actor = actor(record);
        Set<UUID> ids = new HashSet<>(record.changes().ids());
        if (actor.kind() == AuditActor.Kind.ACCOUNT) {
            ids.add(actor.id());
        }
        return new AuditEntry(Ids.next(now), now, record, actor, address(record), names.of(ids));
    }

    private static String address(AuditRecord record) {
        return record.address() != null ? record.address() : ClientAddress.current().orElse(null);
    }

    private AuditActor actor(AuditRecord record) {
        if (record.actor() != null) {
            return record.actor();
        }
        if (transactions.getTransactionKey() != null && transactions.getResource(Audit.class) instanceof AuditActor key) {
            return key;
        }
        return Optional.ofNullable(caller.get()).map(Principal::getName).flatMap(Ids::parse).map(AuditActor::account)
            .orElseGet(() -> ClientAddress.current().isPresent() ? AuditActor.STRANGER : AuditActor.SYSTEM);
    }
}

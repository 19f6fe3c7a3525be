package org.agentinbox.companyaccount;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The record of the import that runs, and of the last one. It lets one import in at a time, on whatever node. One that has not been heard
 * of for a while has died with its node: the next one takes its place, and it can never come to its end.
 */
@ApplicationScoped
class ImportRecords {

    /** Much longer than the longest step between two signs of life takes. */
    private static final Duration DEAD_AFTER = Duration.ofMinutes(2);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * @param by who begins it, or null
     * @param lines how many lines the file has
     * @throws RefusedException {@link Refusal#IMPORT_RUNNING}
     */
    @Transactional(TxType.REQUIRES_NEW)
    UUID begin(UUID by, int lines) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        em.createNativeQuery("DELETE FROM company_account_import WHERE ended_at IS NOT NULL OR seen_at < :dead")
            .setParameter("dead", now.minus(DEAD_AFTER)).executeUpdate();
        int begun = em.createNativeQuery("INSERT INTO company_account_import (id, state, begun_by, begun_at, seen_at, lines_total) "
            + "VALUES (:id, 'READING', CAST(:by AS uuid), :now, :now, :lines) ON CONFLICT DO NOTHING")
            .setParameter("id", id).setParameter("by", by == null ? null : by.toString()).setParameter("now", now)
            .setParameter("lines", lines).executeUpdate();
        if (begun == 0) {
            throw new RefusedException(Refusal.IMPORT_RUNNING, "Another file is being imported: try again when that has ended.");
        }
        // Whatever an import that died has left behind.
        em.createNativeQuery("DELETE FROM company_account_staged").executeUpdate();
        return id;
    }

    /** A sign of life. Where another import has taken this one's place, nothing happens: {@link #done} will fail. */
    @Transactional(TxType.REQUIRES_NEW)
    void progress(UUID id, ImportProgress.State state, int lines) {
        update(id, "state = :state, seen_at = :now, lines_done = LEAST(:number, lines_total)", state, lines);
    }

    /** Ends an import that did not come to its end; one whose place was taken is left as it is. */
    @Transactional(TxType.REQUIRES_NEW)
    void end(UUID id, ImportProgress.State state, int wrong) {
        em.createNativeQuery("DELETE FROM company_account_staged WHERE import_id = :id").setParameter("id", id).executeUpdate();
        update(id, "state = :state, seen_at = :now, ended_at = :now, wrong = :number", state, wrong);
    }

    /** In the transaction that changes the list, so that the place cannot be taken before it has ended. */
    void done(UUID id) {
        update(id, "state = :state, seen_at = :now, ended_at = :now, lines_done = GREATEST(lines_total, :number)",
            ImportProgress.State.DONE,
            0);
    }

    private int update(UUID id, String what, ImportProgress.State state, int number) {
        return em.createNativeQuery("UPDATE company_account_import SET " + what + " WHERE id = :id AND ended_at IS NULL")
            .setParameter("id", id).setParameter("state", state.name()).setParameter("now", clock.instant())
            .setParameter("number", number).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Optional<ImportProgress> last() {
        List<Object[]> rows = em.createNativeQuery("SELECT state, begun_by, begun_at, lines_done, lines_total, wrong, seen_at "
            + "FROM company_account_import ORDER BY begun_at DESC LIMIT 1").getResultList();
        return rows.stream().findFirst().map(this::progress);
    }

    private ImportProgress progress(Object[] row) {
        ImportProgress.State state = ImportProgress.State.valueOf((String) row[0]);
        ImportProgress read = new ImportProgress(state, (UUID) row[1], instant(row[2]), (Integer) row[3], (Integer) row[4],
            (Integer) row[5]);
        boolean dead = read.isRunning() && instant(row[6]).isBefore(clock.instant().minus(DEAD_AFTER));
        return dead
            ? new ImportProgress(ImportProgress.State.FAILED, read.begunBy(), read.begunAt(), read.linesDone(), read.linesTotal(), 0)
            : read;
    }

    private static Instant instant(Object value) {
        return value instanceof Timestamp stamp ? stamp.toInstant() : (Instant) value;
    }
}

package org.agentinbox.platform.audit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LoggedException;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands refused acts to another thread, which records them one by one. What does not fit is in the security log alone. */
@ApplicationScoped
class RefusedActs {

    private static final Logger LOG = Logger.getLogger(RefusedActs.class.getName());
    private static final int MOST_WAITING = 500;

    private final BlockingQueue<AuditRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean isAtWork = new AtomicBoolean();
    @Resource
    private ManagedExecutorService executor;
    @Inject
    private RefusedEntries entries;

    /** @param record with its actor and its address */
    void later(AuditRecord record) {
        if (waiting.offer(record) && isAtWork.compareAndSet(false, true)) {
            executor.execute(this::work);
        }
    }

    private void work() {
        do {
            try {
                for (AuditRecord record = waiting.poll(); record != null; record = waiting.poll()) {
                    entries.add(record);
                }
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A refused act could not be recorded", LoggedException.of(e));
            } finally {
                isAtWork.set(false);
            }
        } while (!waiting.isEmpty() && isAtWork.compareAndSet(false, true));
    }
}

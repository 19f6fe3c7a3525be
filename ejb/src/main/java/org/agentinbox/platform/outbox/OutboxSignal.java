package org.agentinbox.platform.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes this node's worker when a message was put on this node, so that it need not poll often. */
@ApplicationScoped
class OutboxSignal {

    private final Semaphore signals = new Semaphore(0);

    void put(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Put event) {
        signal();
    }

    void signal() {
        signals.release();
    }

    /** Waits for a signal; several since the last wait count as one. */
    void await(long millis) throws InterruptedException {
        if (signals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}

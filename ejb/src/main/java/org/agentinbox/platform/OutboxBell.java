package org.agentinbox.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes the worker of this node as soon as something was put here, so that it need not look often. */
@ApplicationScoped
class OutboxBell {

    private final Semaphore rung = new Semaphore(0);

    void put(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Put event) {
        ring();
    }

    void ring() {
        rung.release();
    }

    /** Waits for the bell; however often it was rung, that is one time. */
    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}

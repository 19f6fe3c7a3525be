package org.agentinbox.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Hashes and compares passwords, a few at a time and outside of transactions: each takes a processor for a tenth of a second or more, in
 * which it must hold neither a connection of the database nor a lock. Who comes when all permits are out is refused at once, since a queue
 * would hold the server's threads.
 */
@ApplicationScoped
class PasswordHashing {

    /** As many as can be worked on at once; on a small server two, so that one slow sign-in does not turn everybody away. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Semaphore strangers;
    private final Semaphore known;
    @Inject
    private Passwords passwords;
    @Resource
    private TransactionSynchronizationRegistry transactions;

    PasswordHashing() {
        this(AT_ONCE);
    }

    PasswordHashing(int atOnce) {
        strangers = new Semaphore(atOnce);
        known = new Semaphore(atOnce);
    }

    /**
     * Takes a permit for one request of somebody who is signed in, or who has signed in before in this browser. Strangers cannot use these
     * up.
     *
     * @throws RefusedException {@link Refusal#BUSY}
     */
    Permit permitForKnown() {
        return new Permit(known);
    }

    /**
     * Takes a permit for one request of anybody.
     *
     * @throws RefusedException {@link Refusal#BUSY}
     */
    Permit permitForStranger() {
        return new Permit(strangers);
    }

    /** To be held around all that a request hashes; whoever took it closes it. */
    final class Permit implements AutoCloseable {

        private final Semaphore from;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit(Semaphore from) {
            if (!from.tryAcquire()) {
                throw new RefusedException(Refusal.BUSY, "The server checks as many passwords as it can: try again in a few seconds.");
            }
            this.from = from;
        }

        String hash(String password) {
            requireNoTransaction();
            return passwords.hash(password);
        }

        boolean matches(String password, String expected) {
            requireNoTransaction();
            return passwords.matches(password, expected);
        }

        /** Takes as long as {@link #matches}, so that the time does not tell which user names exist. */
        void pretendToMatch(String password) {
            requireNoTransaction();
            passwords.pretendToMatch(password);
        }

        private void requireNoTransaction() {
            if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
                throw new IllegalStateException("A password is hashed inside a transaction, which would hold its connection meanwhile.");
            }
        }

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                from.release();
            }
        }
    }
}

package org.agentinbox.web.platform;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory waiting frames may take: those of one socket, and those of all sockets of a node together. Each Java character counts as
 * two bytes, which is the most it takes.
 */
final class SendBudget {

    /** An eighth of the heap, so that clients that stop reading do not affect the rest of the server. */
    static final SendBudget OF_THE_NODE = new SendBudget(8L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final int BYTES_OF_A_CHARACTER = 2;

    private final long ofASocket;
    private final long ofAll;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param ofASocket the most bytes that may wait for one socket; a single frame may be larger
     * @param ofAll the most bytes that may wait for all sockets
     */
    SendBudget(long ofASocket, long ofAll) {
        this.ofASocket = ofASocket;
        this.ofAll = ofAll;
    }

    long taken() {
        return taken.get();
    }

    Share share() {
        return new Share();
    }

    /** The part that one socket uses. */
    final class Share {

        private long own;
        private boolean closed;

        /** @return whether the frame may wait; always false after {@link #close} */
        synchronized boolean take(String frame) {
            long bytes = bytes(frame);
            if (closed || own > 0 && own + bytes > ofASocket) {
                return false;
            }
            if (taken.addAndGet(bytes) > ofAll) {
                taken.addAndGet(-bytes);
                return false;
            }
            own += bytes;
            return true;
        }

        /** Releases the memory of a frame that was sent. */
        synchronized void give(String frame) {
            if (!closed) {
                own -= bytes(frame);
                taken.addAndGet(-bytes(frame));
            }
        }

        /** Releases everything; after this nothing can be taken. */
        synchronized void close() {
            if (!closed) {
                closed = true;
                taken.addAndGet(-own);
                own = 0;
            }
        }

        synchronized boolean isOpen() {
            return !closed;
        }

        synchronized long taken() {
            return own;
        }

        private static long bytes(String frame) {
            return (long) BYTES_OF_A_CHARACTER * frame.length();
        }
    }
}

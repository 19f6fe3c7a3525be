package org.agentinbox.web.platform;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of memory may be taken by frames that wait to be sent: by one socket and by all sockets of a node together. Counted are
 * two
 * bytes for each of Java's characters, which is what they take at most.
 */
final class SendBudget {

    /** An eighth of the heap: when clients stop reading, the rest of the server goes on. */
    static final SendBudget OF_THE_NODE = new SendBudget(8L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final int BYTES_OF_A_CHARACTER = 2;

    private final long ofASocket;
    private final long ofAll;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param ofASocket the most bytes that wait for one socket; one frame alone may be larger
     * @param ofAll the most bytes that wait for all sockets
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

    /** What one socket takes of it. */
    final class Share {

        private long own;
        private boolean closed;

        /** @return whether the frame may wait; false also after {@link #close} */
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

        /** The frame was sent. */
        synchronized void give(String frame) {
            if (!closed) {
                own -= bytes(frame);
                taken.addAndGet(-bytes(frame));
            }
        }

        /** Gives everything back; from now on nothing can be taken. */
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

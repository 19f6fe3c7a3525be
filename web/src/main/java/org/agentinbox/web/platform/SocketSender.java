package org.agentinbox.web.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/**
 * Sends frames to one socket in order, one at a time, without blocking the caller. Where a client does not read, frames wait in a queue
 * that is limited in frames and in bytes ({@link SendBudget}); when it is full the socket is closed. The client reconnects and asks for
 * what it lacks.
 */
public final class SocketSender {

    private static final Logger LOG = Logger.getLogger(SocketSender.class.getName());
    private static final int MOST_WAITING = 1_000;
    private static final CloseReason TOO_SLOW = new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too slow, come back and sync");

    private final Session session;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final SendBudget.Share budget;
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger work = new AtomicInteger();
    private final List<String> heldBack = new ArrayList<>();
    private boolean holding;
    private volatile boolean inFlight;

    /** @param session to which to send */
    public SocketSender(Session session) {
        this(session, SendBudget.OF_THE_NODE);
    }

    SocketSender(Session session, SendBudget budget) {
        this.session = session;
        this.budget = budget.share();
    }

    /** @param frame to send after earlier ones */
    public void send(String frame) {
        synchronized (heldBack) {
            if (holding) {
                hold(frame);
                return;
            }
        }
        answer(frame);
    }

    private void hold(String frame) {
        if (heldBack.size() < MOST_WAITING && budget.take(frame)) {
            heldBack.add(frame);
        } else {
            closeTooSlow();
        }
    }

    /**
     * Sends an answer; it is not delayed while other frames are held back.
     *
     * @param frame to send
     */
    public void answer(String frame) {
        if (budget.take(frame)) {
            enqueue(frame);
        } else {
            closeTooSlow();
        }
    }

    private void enqueue(String frame) {
        if (size.incrementAndGet() > MOST_WAITING) {
            closeTooSlow();
            return;
        }
        waiting.add(frame);
        drain();
    }

    private void closeTooSlow() {
        if (budget.isOpen()) {
            LOG.log(Level.INFO, "A socket was closed: its client does not read what it asked for ({0} bytes wait)",
                Long.toString(budget.taken()));
        }
        release();
        close(TOO_SLOW);
    }

    /** Stops sending and releases the memory, because the socket is closed or about to be. */
    public void release() {
        budget.close();
        waiting.clear();
    }

    /**
     * Holds other frames back until the task is done, so that its answer comes first: events that the task causes may be sent to this
     * socket before the task has its result.
     *
     * @param task sends its answers with {@link #answer}
     */
    public void answeringFirst(Runnable task) {
        synchronized (heldBack) {
            holding = true;
        }
        try {
            task.run();
        } finally {
            synchronized (heldBack) {
                holding = false;
                heldBack.forEach(this::enqueue);
                heldBack.clear();
            }
        }
    }

    /** Only one thread sends at a time; others increment {@link #work} and return. */
    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int done = 1;
        do {
            if (!inFlight) {
                sendNext();
            }
            done = work.addAndGet(-done);
        } while (done != 0);
    }

    private void sendNext() {
        String frame = waiting.poll();
        if (frame == null) {
            return;
        }
        inFlight = true;
        try {
            session.getAsyncRemote().sendText(frame, result -> {
                size.decrementAndGet();
                budget.give(frame);
                inFlight = false;
                drain();
            });
        } catch (RuntimeException e) {
            // The socket was closed meanwhile; the handler of its close event cleans up.
            LOG.log(Level.FINE, "Frame not sent", e);
        }
    }

    /** Sends a ping, which any client answers by itself. */
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "Ping not sent", e);
        }
    }

    /** @param reason sent to the client */
    public void close(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "Socket was closed already", e);
        }
    }
}

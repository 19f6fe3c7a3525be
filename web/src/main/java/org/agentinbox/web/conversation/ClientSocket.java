package org.agentinbox.web.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Outage;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.UnavailableException;
import org.agentinbox.platform.securitylog.LogText;
import org.agentinbox.platform.securitylog.LoggedException;
import org.agentinbox.web.platform.FrameParts;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.MalformedJsonException;
import org.agentinbox.web.platform.RateLimit;
import org.agentinbox.web.platform.SocketSender;
import org.agentinbox.web.platform.TooManyException;

import jakarta.ejb.EJBException;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/** What all sockets share: pings, the rate limit, and an answer to every failure. */
abstract class ClientSocket {

    private static final Logger LOG = Logger.getLogger(ClientSocket.class.getName());
    private static final Duration SILENT_FOR = Duration.ofSeconds(35);
    private static final CloseReason SILENT = new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "no answer to pings");
    /** After so many refused frames a socket is closed; one of them is forgiven each second. */
    private static final int MOST_REFUSED = 1_000;
    private static final CloseReason TOO_MANY = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY,
        "too many frames, or too many bad ones");
    private static final CloseReason TOO_BIG = new CloseReason(CloseReason.CloseCodes.TOO_BIG, "a frame has 64 KiB at most");
    /** Scripts in a browser do not see the protocol's own pings; this frame tells them that the connection lives. */
    private static final String PING = JsonMessage.of("ping").toString();
    private static final ThreadLocal<ClientSocket> ANSWERING = new ThreadLocal<>();

    private final FrameParts parts = new FrameParts();
    private final SocketSender sender;
    private final RateLimit limit;
    private final RateLimit refusals;
    /** A monotonic time, so that setting the server's clock makes no socket appear silent. */
    private volatile long heardAtNanos = System.nanoTime();
    private boolean over;

    /** @param limit of frames of any kind */
    ClientSocket(Session session, RateLimit limit, Clock clock) {
        this.sender = new SocketSender(session);
        this.limit = limit;
        this.refusals = new RateLimit(clock, 1, MOST_REFUSED);
    }

    SocketSender sender() {
        return sender;
    }

    /** Whether this thread is answering a frame of this socket. */
    boolean isAnswering() {
        return ANSWERING.get() == this;
    }

    void heard() {
        heardAtNanos = System.nanoTime();
    }

    /** A pong of the protocol. It counts like a frame, so that a client that sends them without end is cut off. */
    void pong() {
        heard();
        if (!limit.allows()) {
            countRefusal();
        }
    }

    private void countRefusal() {
        if (!refusals.allows()) {
            sender.close(TOO_MANY);
        }
    }

    Duration silentFor() {
        return Duration.ofNanos(System.nanoTime() - heardAtNanos);
    }

    /** Sends a ping, or closes the socket where it was silent too long; a client that is still there reconnects. */
    void keepAlive() {
        if (silentFor().compareTo(SILENT_FOR) > 0) {
            sender.close(SILENT);
        } else {
            sender.ping();
            sender.send(PING);
        }
    }

    /**
     * Runs a task that {@link #leave} undoes. A connection may be closed while its hello is answered on another thread; then the task is
     * not run, since nothing would undo it.
     *
     * @return whether it was run
     */
    synchronized boolean whileOpen(Runnable task) {
        if (!over) {
            task.run();
        }
        return !over;
    }

    /** The connection is closed, with this code by RFC 6455, section 7.4. */
    void closed(CloseReason.CloseCode code) {
        synchronized (this) {
            over = true;
        }
        sender.release();
        leave(code);
    }

    /** Removes the socket from all registries. */
    abstract void leave(CloseReason.CloseCode code);

    void receive(String part, boolean last) {
        if (!parts.add(part)) {
            sender.close(TOO_BIG);
        } else if (last) {
            answer(parts.take());
        } else if (!limit.allows()) {
            // The frame consists of too many parts.
            countRefusal();
        }
    }

    void receiveBinary(boolean last) {
        heard();
        if (!limit.allows() || last) {
            refuseAndCount(null, "BAD_FRAME", "Frames are text.");
        }
    }

    /** Answers one frame. The connection stays open whatever happens, unless there were too many bad frames. */
    void answer(String text) {
        heard();
        boolean inTime = limit.allows();
        answering(() -> {
            JsonMessage frame = null;
            try {
                frame = JsonMessage.parse(text);
                if (!inTime) {
                    refuseAndCount(frame, "TOO_FAST", "Too many frames: wait a little and send it again.");
                } else if (!"pong".equals(frame.type())) {
                    handle(frame);
                }
            } catch (Exception e) {
                // Also checked ones: where the commit of a CDI bean's transaction fails, RollbackException comes undeclared.
                refuse(frame, e);
            }
        });
    }

    /** Runs a part of an answer; events that it causes are not sent to this socket as hints. */
    void answering(Runnable part) {
        ClientSocket before = ANSWERING.get();
        ANSWERING.set(this);
        try {
            part.run();
        } finally {
            if (before == null) {
                ANSWERING.remove();
            } else {
                ANSWERING.set(before);
            }
        }
    }

    /** Answers a frame once its answer is available. */
    void answerSoon(JsonMessage frame, CompletableFuture<String> answer) {
        answer.whenComplete((text, problem) -> {
            if (problem == null) {
                sender.answer(text);
            } else {
                refuse(frame, problem instanceof CompletionException && problem.getCause() instanceof Exception cause ? cause
                    : new IllegalStateException(problem));
            }
        });
    }

    private void refuse(JsonMessage frame, Exception problem) {
        if (problem instanceof TooManyException many) {
            refuse(frame, "TOO_FAST", many.getMessage(), null, many.retryAfter());
        } else if (problem instanceof MalformedJsonException) {
            refuseAndCount(frame, "BAD_FRAME", problem.getMessage());
        } else if (problem instanceof HelloRequiredException) {
            refuse(frame, "HELLO_FIRST", "Say hello first.", null);
        } else if (problem instanceof RefusedException refused) {
            refuse(frame, refused.refusal().name(), refused.getMessage(), refused.field());
        } else if (problem instanceof UnavailableException || problem instanceof EJBException || !(problem instanceof RuntimeException)) {
            unavailable(frame, problem);
        } else {
            LOG.log(Level.WARNING, "A frame could not be answered", LoggedException.of(problem));
            refuse(frame, "INTERNAL", "The server had a problem: send it again.", null);
        }
    }

    abstract void handle(JsonMessage frame);

    private void unavailable(JsonMessage frame, Exception e) {
        if (Outage.isCauseOf(e)) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", LogText.oneLine(root(e).toString()));
        } else {
            LOG.log(Level.WARNING, "A frame could not be carried out", LoggedException.of(e));
        }
        refuse(frame, "UNAVAILABLE", "The server cannot store anything now: send it again.", null);
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    void unknown(JsonMessage frame) {
        refuseAndCount(frame, "UNKNOWN_TYPE", "There is no frame of this type.");
    }

    /** Answers frames that no client of the product sends, up to a limit, and then closes the socket. */
    private void refuseAndCount(JsonMessage frame, String code, String message) {
        if (refusals.allows()) {
            refuse(frame, code, message, null);
        } else {
            sender.close(TOO_MANY);
        }
    }

    /** The error contains the ids of the frame that it answers. */
    private void refuse(JsonMessage frame, String code, String message, String field) {
        refuse(frame, code, message, field, null);
    }

    /** @param retryAfter seconds until another try may succeed; null where that is not known */
    private void refuse(JsonMessage frame, String code, String message, String field, Long retryAfter) {
        JsonMessage.Builder error = JsonMessage.of("error").with("code", code).with("message", message).withIfAny("field", field);
        if (retryAfter != null) {
            error.with("retryAfter", retryAfter.intValue());
        }
        if (frame != null) {
            frame.copyTexts(error, "clientId", "conversationId", "offerId");
        }
        sender.answer(error.toString());
    }
}

package org.agentinbox.web.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.conversation.UnavailableException;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.BadFrameException;
import org.agentinbox.web.platform.Frame;
import org.agentinbox.web.platform.RateLimit;
import org.agentinbox.web.platform.SocketSender;

import jakarta.ejb.EJBException;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/** What the two sockets share: signs of life, the rate limit, and an answer to everything that goes wrong. */
abstract class OpenSocket {

    private static final Logger LOG = Logger.getLogger(OpenSocket.class.getName());
    private static final Duration SILENT_FOR = Duration.ofSeconds(35);
    private static final CloseReason SILENT = new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "no answer to pings");
    private static final ThreadLocal<OpenSocket> ANSWERING = new ThreadLocal<>();

    private final SocketSender sender;
    private final Clock clock;
    private final RateLimit limit;
    private volatile Instant heardAt;

    OpenSocket(Session session, Clock clock, RateLimit limit) {
        this.sender = new SocketSender(session);
        this.clock = clock;
        this.limit = limit;
        this.heardAt = clock.instant();
    }

    SocketSender sender() {
        return sender;
    }

    /** Whether this thread is at the answer to a frame of this socket. */
    boolean isAnswering() {
        return ANSWERING.get() == this;
    }

    void heard() {
        heardAt = clock.instant();
    }

    Instant heardAt() {
        return heardAt;
    }

    /** Asks for a sign of life, or gives the socket up: a client that is still there comes back. */
    void keepAlive() {
        if (heardAt.plus(SILENT_FOR).isBefore(clock.instant())) {
            sender.close(SILENT);
        } else {
            sender.ping();
            sender.push(PING);
        }
    }

    /** Scripts in a browser never see the protocol's own pings: this one tells them that the connection lives. */
    private static final String PING = Frame.of("ping").toString();

    /** Answers one frame; whatever happens, the connection stays open. */
    void answer(String text) {
        heard();
        ANSWERING.set(this);
        String clientId = null;
        try {
            Frame frame = Frame.parse(text);
            if ("pong".equals(frame.type())) {
                return;
            }
            clientId = frame.text("clientId");
            if (limit.allows()) {
                handle(frame);
            } else {
                refuse("TOO_FAST", "Too many frames: wait a little and send it again.", clientId, null);
            }
        } catch (BadFrameException e) {
            refuse("BAD_FRAME", e.getMessage(), clientId, null);
        } catch (NotYetException e) {
            refuse("HELLO_FIRST", "Say hello first.", clientId, null);
        } catch (RefusedException e) {
            refuse(e.refusal().name(), e.getMessage(), clientId, e.field());
        } catch (UnavailableException e) {
            unavailable(e, clientId);
        } catch (EJBException e) {
            failed(e, clientId);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A frame could not be answered", e);
            refuse("INTERNAL", "The server had a problem: send it again.", clientId, null);
        } finally {
            ANSWERING.remove();
        }
    }

    abstract void handle(Frame frame);

    private void failed(EJBException e, String clientId) {
        if (e.getCausedByException() instanceof RefusedException refused) {
            refuse(refused.refusal().name(), refused.getMessage(), clientId, refused.field());
        } else {
            unavailable(e, clientId);
        }
    }

    private void unavailable(RuntimeException e, String clientId) {
        LOG.log(Level.WARNING, "A frame could not be carried out: {0}", root(e));
        LOG.log(Level.FINE, "Details", e);
        refuse("UNAVAILABLE", "The server cannot store anything now: send it again.", clientId, null);
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    void refuse(Refusal refusal, String message, String extraName, UUID extra) {
        sender.answer(Frame.of("error").with("code", refusal).with("message", message).with(extraName, extra).toString());
    }

    void unknown(Frame frame) {
        refuse("UNKNOWN_TYPE", "There is no frame of this type.", frame.text("clientId"), null);
    }

    private void refuse(String code, String message, String clientId, String field) {
        sender.answer(Frame.of("error").with("code", code).with("message", message)
            .withIfAny("clientId", clientId).withIfAny("field", field).toString());
    }
}

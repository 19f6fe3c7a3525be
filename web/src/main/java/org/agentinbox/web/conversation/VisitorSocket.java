package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.agentinbox.conversation.Receipt;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.RateLimit;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/** A visitor's connection. It knows who the visitor is from hello on. */
class VisitorSocket extends ClientSocket {

    private static final int FRAMES_PER_SECOND = 20;
    private static final int FRAMES_AT_ONCE = 100;
    private static final int LONGEST_ENTRY = 50;

    private final String network;
    private final VisitorArrival arrival;
    private final VisitorFrameHandler handler;
    private volatile UUID visitorId;
    private volatile String locale;
    private volatile String entry;
    /** The receipt of the last message, also while that is being stored. */
    private volatile CompletableFuture<Receipt> sent = CompletableFuture.completedFuture(null);

    /** @param network from which the visitor connects, see {@link org.agentinbox.web.platform.ClientNetwork} */
    VisitorSocket(Session session, String network, VisitorArrival arrival, VisitorFrameHandler handler, Clock clock) {
        super(session, new RateLimit(clock, FRAMES_PER_SECOND, FRAMES_AT_ONCE), clock);
        this.network = network;
        this.arrival = arrival;
        this.handler = handler;
    }

    String network() {
        return network;
    }

    /** The visitor; null before hello. */
    UUID visitorId() {
        return visitorId;
    }

    /** @param visitor null where it belongs to nobody any more */
    void belongsTo(UUID visitor, String localeOrNull) {
        locale = localeOrNull;
        visitorId = visitor;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            // Events that are sent while the welcome is made may be newer than it, so they must not come before it.
            sender().answeringFirst(() -> arrival.hello(this, frame));
        } else if (visitorId == null) {
            throw new HelloRequiredException();
        } else if ("message.send".equals(frame.type())) {
            sent = handler.send(this, frame);
        } else {
            afterMessages();
            handler.handle(this, frame);
        }
    }

    /**
     * Other frames wait until the last message is stored, so that for example a chat does not end before what was written in it is stored.
     */
    private void afterMessages() {
        sent.handle((receipt, problem) -> receipt).join();
    }

    /** @param asked by which entry the page says that its visitor comes in, or null */
    void comesBy(String asked) {
        entry = asked != null && asked.length() <= LONGEST_ENTRY ? asked : null;
    }

    /** What the page asks for; null where it asks for nothing, or for something that no entry can be called. */
    String entry() {
        return entry;
    }

    /** The visitor's language, BCP 47; null where it is not known. */
    String locale() {
        return locale;
    }

    @Override
    void leave(CloseReason.CloseCode code) {
        arrival.leave(this);
    }
}

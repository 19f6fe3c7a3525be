package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.agentinbox.conversation.Receipt;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.RateLimit;

import jakarta.websocket.Session;

/** One visitor's connection: knows who the visitor is once they said hello. */
class VisitorSocket extends ClientSocket {

    private static final int FRAMES_PER_SECOND = 20;
    private static final int FRAMES_AT_ONCE = 100;

    private final String network;
    private final VisitorArrival arrival;
    private final VisitorFrameHandler handler;
    private volatile UUID visitorId;
    private volatile String locale;
    /** The last message, also while it is being stored. */
    private volatile CompletableFuture<Receipt> sent = CompletableFuture.completedFuture(null);

    /** @param network where the visitor connects from, see {@link org.agentinbox.web.platform.ClientNetwork} */
    VisitorSocket(Session session, String network, VisitorArrival arrival, VisitorFrameHandler handler, Clock clock) {
        super(session, new RateLimit(clock, FRAMES_PER_SECOND, FRAMES_AT_ONCE), clock);
        this.network = network;
        this.arrival = arrival;
        this.handler = handler;
    }

    String network() {
        return network;
    }

    /** Whose it is; null before hello. */
    UUID visitorId() {
        return visitorId;
    }

    /** @param visitor null for nobody any more */
    void belongsTo(UUID visitor, String localeOrNull) {
        locale = localeOrNull;
        visitorId = visitor;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            // What is pushed while the welcome is put together may be newer than it, so it must not come before.
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

    /** Whatever else comes after a message finds it stored, and a chat does not end before what was written in it. */
    private void afterMessages() {
        sent.handle((receipt, problem) -> receipt).join();
    }

    String fallbackText() {
        return FallbackText.in(locale);
    }

    @Override
    void leave() {
        arrival.leave(this);
    }
}

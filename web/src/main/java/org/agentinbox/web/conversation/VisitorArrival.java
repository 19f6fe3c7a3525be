package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.UUID;

import org.agentinbox.routing.AgentAbsences;
import org.agentinbox.routing.QueueStatus;
import org.agentinbox.conversation.VisitorChats;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.visitor.VisitorVisit;
import org.agentinbox.visitor.Welcome;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.TooManyException;
import org.agentinbox.web.platform.VisitorLimits;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Handles hello of a visitor's page: finds the visitor, and sends the present state. */
@ApplicationScoped
class VisitorArrival {

    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorChats chats;
    @EJB
    private QueueStatus queue;
    @EJB
    private AgentAbsences absences;
    @EJB
    private OnlineStatusPublisher onlineStatus;
    @Inject
    private VisitorSockets sockets;
    @Inject
    private VisitorLimits limits;
    @Inject
    private Clock clock;

    /** Answers hello, the first one and later ones, with any token. */
    void hello(VisitorSocket socket, JsonMessage frame) {
        VisitorVisit visit = new VisitorVisit(frame.text("page"), frame.text("locale"), frame.text("timeZone"));
        String entry = frame.text("entry");
        String token = frame.text("token");
        if (token == null) {
            limits.newVisitor(socket.network());
        }
        Welcome welcome = visitors.welcome(token, visit);
        leave(socket);
        UUID visitorId = welcome.visitor().id();
        socket.belongsTo(visitorId, welcome.visitor().locale());
        socket.comesBy(entry);
        // The socket is registered before the state is read, so that what changes in between is sent to it and not missed.
        socket.whileOpen(() -> sockets.add(visitorId, socket));
        refuseOneTooMany(socket);
        socket.sender().answer(
            SocketFrames.welcome(welcome, chats.open(visitorId).orElse(null), onlineStatus.current(socket.entry()), clock.instant()));
        queue.of(visitorId).ifPresent(place -> socket.sender().answer(SocketFrames.queued(place)));
        absences.of(visitorId).ifPresent(gone -> socket.sender().answer(SocketFrames.agentPresence(gone.conversationId(), false)));
        chats.idle(visitorId).ifPresent(idle -> socket.sender().answer(SocketFrames.idle(idle)));
    }

    /** Counts after the socket was added, so that of several at the same time none is missed. */
    private void refuseOneTooMany(VisitorSocket socket) {
        try {
            limits.socketsOfOne(sockets.count(socket.visitorId()));
        } catch (TooManyException e) {
            leave(socket);
            socket.belongsTo(null, null);
            throw e;
        }
    }

    /** The page or its connection is closed, or it now belongs to another visitor. */
    void leave(VisitorSocket socket) {
        if (socket.visitorId() != null) {
            sockets.remove(socket.visitorId(), socket);
        }
    }
}

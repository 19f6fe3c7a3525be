package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.conversation.VisitorChats;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.web.platform.VisitorLimits;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a visitor's socket works with: one for all sockets, since the container injects into endpoints only. */
@ApplicationScoped
class VisitorSocketServices {

    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorChats chats;
    @EJB
    private OnlineStatusPublisher onlineStatus;
    @Inject
    private VisitorSockets sockets;
    @Inject
    private VisitorLimits limits;
    @Inject
    private Clock clock;

    VisitorService visitors() {
        return visitors;
    }

    VisitorChats chats() {
        return chats;
    }

    OnlineStatusPublisher onlineStatus() {
        return onlineStatus;
    }

    VisitorSockets sockets() {
        return sockets;
    }

    VisitorLimits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }
}

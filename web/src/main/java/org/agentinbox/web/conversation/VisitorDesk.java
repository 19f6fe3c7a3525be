package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.conversation.VisitorChats;
import org.agentinbox.visitor.VisitorService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a visitor's socket works with: one for all sockets, since the container injects into endpoints only. */
@ApplicationScoped
class VisitorDesk {

    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorChats chats;
    @EJB
    private ReceptionWatch reception;
    @Inject
    private VisitorSockets sockets;
    @Inject
    private Clock clock;

    VisitorService visitors() {
        return visitors;
    }

    VisitorChats chats() {
        return chats;
    }

    ReceptionWatch reception() {
        return reception;
    }

    VisitorSockets sockets() {
        return sockets;
    }

    Clock clock() {
        return clock;
    }
}

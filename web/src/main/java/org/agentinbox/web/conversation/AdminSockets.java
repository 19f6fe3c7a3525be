package org.agentinbox.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;

/** The administrators' sockets of this node. */
@ApplicationScoped
class AdminSockets extends SocketRegistry<AdminSocket> {}

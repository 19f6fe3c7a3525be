package org.agentinbox.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;

/** The visitors' open sockets. */
@ApplicationScoped
class VisitorSockets extends SocketRegistry<VisitorSocket> {}

package org.agentinbox.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;

/** The sockets of this node's pages that show what goes on. */
@ApplicationScoped
class NowSockets extends SocketRegistry<NowSocket> {}

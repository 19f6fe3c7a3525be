package org.agentinbox.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;

/** The agents' open sockets. */
@ApplicationScoped
class AgentSockets extends SocketRegistry<AgentSocket> {}

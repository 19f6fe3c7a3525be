package org.agentinbox.web.conversation;

import java.util.stream.Stream;

import org.agentinbox.web.hint.Audience;
import org.agentinbox.web.hint.Hint;
import org.agentinbox.web.hint.HintReceiver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Delivers hints of all nodes to the open sockets of this one. */
@ApplicationScoped
class HintDelivery implements HintReceiver {

    @Inject
    private VisitorSockets visitors;
    @Inject
    private AgentSockets agents;
    @Inject
    private SignInSockets signIns;
    @Inject
    private WatcherDelivery watchers;

    @Override
    public void deliver(Hint hint) {
        if (hint instanceof Hint.Frame frame && frame.audience() instanceof Audience.Watching watching) {
            watchers.deliver(watching.conversationId(), frame.frame());
        } else if (hint instanceof Hint.Frame frame) {
            sockets(frame.audience()).filter(socket -> frame.toAsker() || !socket.isAnswering())
                .forEach(socket -> socket.sender().send(frame.frame()));
        } else if (hint instanceof Hint.SignInsEnded ended) {
            ended.signInIds().stream().flatMap(signIns::of).forEach(SignedInSocket::signedOut);
        }
    }

    private Stream<? extends ClientSocket> sockets(Audience audience) {
        if (audience instanceof Audience.Visitor visitor) {
            return visitors.of(visitor.visitorId());
        } else if (audience instanceof Audience.Agent agent) {
            return agents.of(agent.agentId());
        } else if (audience instanceof Audience.AgentViewing viewing) {
            return agents.of(viewing.agentId()).filter(socket -> socket.hasOpen(viewing.conversationId()));
        } else if (audience instanceof Audience.OthersViewing others) {
            return agents.all().stream().filter(socket -> others.everybody() || socket.isSalesAdmin())
                .filter(socket -> !others.except().contains(socket.agentId()) && socket.hasOpen(others.conversationId()));
        }
        throw new IllegalStateException("no sockets for " + audience);
    }
}

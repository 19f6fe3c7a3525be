package org.agentinbox.web.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.SignInService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** All sockets of this node that somebody signed in for, by the sign-in, from their opening on: whether they said hello or not. */
@ApplicationScoped
class SignInSockets extends SocketRegistry<SignedInSocket> {

    @EJB
    private SignInService service;

    /** Looks the sign-in of one socket up again. */
    boolean stillHolds(SignedInSocket socket) {
        return socket.isHeldBy(service.stillInForce(Set.of(socket.signInId())));
    }

    /** Looks the sign-ins of all up again, in one go, and closes the sockets of those that do not hold any more. */
    void closeEnded() {
        Collection<SignedInSocket> open = all();
        if (!open.isEmpty()) {
            Map<UUID, Set<String>> inForce = service.stillInForce(open.stream().map(SignedInSocket::signInId).collect(Collectors.toSet()));
            open.stream().filter(socket -> !socket.isHeldBy(inForce)).forEach(SignedInSocket::signedOut);
        }
    }
}

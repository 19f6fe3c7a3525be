package org.agentinbox.web.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.SignInService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** All sockets of this node that belong to a sign-in, by the sign-in, from their opening on, before and after hello. */
@ApplicationScoped
class SignInSockets extends SocketRegistry<SignedInSocket> {

    @EJB
    private SignInService service;

    /** Checks again whether the sign-in of one socket is valid. */
    boolean stillHolds(SignedInSocket socket) {
        return socket.isHeldBy(service.stillInForce(Set.of(socket.signInId())));
    }

    /** Checks the sign-ins of all sockets again, in one query, and closes the sockets of those that are no longer valid. */
    void closeEnded() {
        Collection<SignedInSocket> open = all();
        if (!open.isEmpty()) {
            Map<UUID, Set<String>> inForce = service.stillInForce(open.stream().map(SignedInSocket::signInId).collect(Collectors.toSet()));
            open.stream().filter(socket -> !socket.isHeldBy(inForce)).forEach(SignedInSocket::signedOut);
        }
    }
}

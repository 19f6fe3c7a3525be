package org.agentinbox.web.conversation;

import org.agentinbox.account.SignedIn;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

/** What endpoints for signed-in people share. Public only because the container calls it. */
public abstract class SignedInEndpoint extends SocketEndpoint {

    /** Makes the socket of one connection. */
    @FunctionalInterface
    interface Maker {

        /** @return the socket of this person */
        SignedInSocket make(Session session, SecurityIdentity identity, SignedIn signedIn);
    }

    /** Call it when the connection opens. */
    void opened(Session session, EndpointConfig config, Maker maker) {
        SecurityIdentity identity = (SecurityIdentity) config.getUserProperties().get(AgentHandshake.IDENTITY);
        SignedIn signedIn = (SignedIn) config.getUserProperties().get(AgentHandshake.SIGNED_IN);
        if (signedIn == null) {
            // The sign-in ended during the handshake, after the filter had let it through.
            SignedInSocket.refuse(session);
        } else {
            SignedInSocket socket = maker.make(session, identity, signedIn);
            opened(session, socket);
            socket.register();
        }
    }
}

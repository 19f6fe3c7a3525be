package org.agentinbox.web.conversation;

import org.agentinbox.account.SignInService;
import org.agentinbox.web.account.SignInCookie;
import org.wildfly.security.auth.server.SecurityDomain;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Takes along who signed in. The container knows that during the handshake only: later, EJBs called from a socket would be
 * called by nobody.
 */
public class AgentHandshake extends ServerEndpointConfig.Configurator {

    static final String IDENTITY = "identity";
    static final String SIGNED_IN = "signedIn";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        CDI.current().select(SignInLookup.class).get().find().ifPresent(signedIn -> {
            config.getUserProperties().put(SIGNED_IN, signedIn);
            config.getUserProperties().put(IDENTITY, SecurityDomain.getCurrent().getCurrentSecurityIdentity());
        });
    }

    /** Finds the sign-in of the handshake's request for a class that the container does not inject into. */
    @jakarta.enterprise.context.ApplicationScoped
    static class SignInLookup {

        @jakarta.ejb.EJB
        private SignInService service;
        @jakarta.inject.Inject
        private jakarta.servlet.http.HttpServletRequest request;

        java.util.Optional<org.agentinbox.account.SignedIn> find() {
            return SignInCookie.token(request).flatMap(service::find);
        }
    }
}

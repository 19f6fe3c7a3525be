package org.agentinbox.web.conversation;

import java.util.List;

import org.agentinbox.account.SignInService;
import org.agentinbox.web.account.SignInCookie;
import org.wildfly.security.auth.server.SecurityDomain;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/** Keeps who signed in. The container knows that only during the handshake; without it, EJBs called from a socket would have no caller. */
public class AgentHandshake extends ServerEndpointConfig.Configurator {

    static final String IDENTITY = "identity";
    static final String SIGNED_IN = "signedIn";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        String cookies = String.join(";", request.getHeaders().getOrDefault("Cookie", List.of()));
        SignInCookie.token(cookies).flatMap(token -> CDI.current().select(SignInLookup.class).get().find(token)).ifPresent(signedIn -> {
            config.getUserProperties().put(SIGNED_IN, signedIn);
            config.getUserProperties().put(IDENTITY, SecurityDomain.getCurrent().getCurrentSecurityIdentity());
        });
    }

    /** Looks sign-ins up for this class, into which the container does not inject. */
    @jakarta.enterprise.context.ApplicationScoped
    static class SignInLookup {

        @jakarta.ejb.EJB
        private SignInService service;

        java.util.Optional<org.agentinbox.account.SignedIn> find(String token) {
            return service.find(token);
        }
    }
}

package org.agentinbox.web.conversation;

import org.agentinbox.web.platform.ClientNetwork;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/** Keeps the network from which a visitor connects, which the container knows only during the handshake. */
public class VisitorHandshake extends ServerEndpointConfig.Configurator {

    private static final String NETWORK = "network";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(NETWORK, ClientNetwork.ofCurrentRequest());
    }

    static String network(Session session) {
        return (String) session.getUserProperties().get(NETWORK);
    }
}

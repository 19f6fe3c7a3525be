package org.agentinbox.it.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;

import jakarta.json.JsonObject;

/** A new visitor in a chat with ana, and their sockets: what some cases are tried on, before there are new ones. */
final class Round implements AutoCloseable {

    private static final String HELLO = "{\"type\":\"hello\"}";

    private final Installation installation;
    private final Known known;
    private final Map<String, FuzzSocket> sockets = new HashMap<>();
    private final Map<String, String> cookies = new HashMap<>();
    private boolean inChat;

    Round(Installation installation, Known known) {
        this.installation = installation;
        this.known = known;
        List.of("ana", "sam", "mia", "cal").forEach(name -> cookies.put(name, People.cookie(installation, name)));
        chat();
    }

    /** Ends what cases before have left, and begins a chat; where there is no room for it, the visitor has none. */
    private void chat() {
        FuzzSocket agent = open("agent").say(HELLO);
        JsonObject welcome = agent.await("welcome");
        welcome.getJsonArray("offers").getValuesAs(JsonObject.class)
            .forEach(offer -> agent.say("{\"type\":\"offer.decline\",\"offerId\":\"" + offer.getString("offerId") + "\"}"));
        welcome.getJsonArray("conversations").getValuesAs(JsonObject.class).forEach(chat -> agent.say(
            "{\"type\":\"chat.end\",\"conversationId\":\"" + chat.getString("id") + "\",\"clientId\":\"" + UUID.randomUUID() + "\"}"));
        agent.say("{\"type\":\"availability.set\",\"available\":true}")
            .await(frame -> "availability".equals(frame.getString("type")) && frame.getBoolean("available"), "that ana is available");
        FuzzSocket visitor = open("visitor").say(HELLO);
        JsonObject visitorWelcome = visitor.await("welcome");
        known.put("token", visitorWelcome.getString("token"));
        known.put("visitor", visitorWelcome.getString("visitorId"));
        visitor.say("{\"type\":\"chat.request\",\"clientId\":\"" + UUID.randomUUID() + "\"}");
        String id = visitor.await("chat.requested").getString("conversationId");
        known.put("conversation", id);
        accept(agent, visitor, id);
        open("admin").say(HELLO).await("welcome");
    }

    private void accept(FuzzSocket agent, FuzzSocket visitor, String id) {
        JsonObject offer = agent.await("offer");
        while (!offer.getString("conversationId").equals(id)) {
            agent.say("{\"type\":\"offer.decline\",\"offerId\":\"" + offer.getString("offerId") + "\"}");
            offer = agent.await("offer");
        }
        known.put("offer", offer.getString("offerId"));
        agent.say("{\"type\":\"offer.accept\",\"offerId\":\"" + offer.getString("offerId") + "\"}");
        inChat = "chat.connected".equals(visitor.await("chat.connected", "chat.fallback").getString("type"));
    }

    private FuzzSocket open(String channel) {
        String cookie = switch (channel) {
            case "agent" -> cookie("ana");
            case "admin" -> cookie("sam");
            default -> null;
        };
        FuzzSocket socket = FuzzSocket.open(installation, "ws/" + channel, cookie);
        sockets.put(channel, socket);
        return socket;
    }

    boolean isInChat() {
        return inChat;
    }

    Installation installation() {
        return installation;
    }

    Known known() {
        return known;
    }

    String cookie(String userName) {
        return cookies.get(userName);
    }

    /** @return the socket of a channel; one that has said nothing yet in the place of one that the server has closed */
    FuzzSocket socket(String channel) {
        FuzzSocket socket = sockets.get(channel);
        return socket.isGone() ? open(channel) : socket;
    }

    @Override
    public void close() {
        sockets.values().forEach(FuzzSocket::close);
    }
}

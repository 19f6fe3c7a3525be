package org.agentinbox.it.support;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;

import jakarta.json.JsonObject;

/** A chat between an agent and a visitor. Closing it ends the chat and makes the agent unavailable. */
public final class Chat implements AutoCloseable {

    private final SocketClient agent;
    private final SocketClient visitor;
    private final String id;

    private Chat(SocketClient agent, SocketClient visitor, String id) {
        this.agent = agent;
        this.visitor = visitor;
        this.id = id;
    }

    /** @return a new chat of a demo agent, who must be the only one available */
    public static Chat begin(Installation installation, String userName) {
        SocketClient agent = People.inbox(installation, userName);
        People.setAvailable(agent, true);
        return of(agent, People.visitor(installation, "Vera"));
    }

    /** @return a new chat between an agent, who must be the only one available, and a visitor who was welcomed */
    public static Chat of(SocketClient agent, SocketClient visitor) {
        String id = People.request(visitor);
        People.accept(agent, id);
        visitor.await("chat.connected");
        return new Chat(agent, visitor, id);
    }

    public SocketClient agent() {
        return agent;
    }

    public SocketClient visitor() {
        return visitor;
    }

    /** @return the id of the conversation */
    public String id() {
        return id;
    }

    /** @return the answer that the visitor gets */
    public JsonObject visitorSays(String text) {
        return visitor.send(act("message.send").add("text", text)).await("message.ack");
    }

    /** @return the answer that the agent gets */
    public JsonObject agentSays(String text) {
        return agent.send(act("message.send").add("conversationId", id).add("text", text)).await("message.ack");
    }

    /** Ends the chat as the agent would, and waits until the visitor is told. */
    public void end() {
        agent.send(act("chat.end").add("conversationId", id));
        visitor.await("chat.ended");
    }

    /** @return all messages as sent to the agent */
    public JsonObject agentSync() {
        return agent.send(frame("sync").add("conversationId", id).add("afterSeq", 0)).await("messages");
    }

    /** @return all messages as sent to the visitor */
    public JsonObject visitorSync() {
        return visitor.send(frame("sync").add("conversationId", id).add("afterSeq", 0)).await("messages");
    }

    @Override
    public void close() {
        if (agent.isOpen()) {
            agent.send(act("chat.end").add("conversationId", id)).await("chat.ended");
            People.setAvailable(agent, false);
            agent.close();
        }
        visitor.close();
    }
}

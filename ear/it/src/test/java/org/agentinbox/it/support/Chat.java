package org.agentinbox.it.support;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;

import jakarta.json.JsonObject;

/** An agent and a visitor who are in a chat. When it is closed, the chat is ended and the agent takes no more. */
public final class Chat implements AutoCloseable {

    private final SocketClient agent;
    private final SocketClient visitor;
    private final String id;

    private Chat(SocketClient agent, SocketClient visitor, String id) {
        this.agent = agent;
        this.visitor = visitor;
        this.id = id;
    }

    /** @return a chat of a demo agent, who must be the only one available */
    public static Chat begin(Installation installation, String userName) {
        SocketClient agent = People.inbox(installation, userName);
        People.setAvailable(agent, true);
        return of(agent, People.visitor(installation, "Vera"));
    }

    /** @return a chat of an agent who is the only one available, and a visitor who was welcomed */
    public static Chat of(SocketClient agent, SocketClient visitor) {
        String id = People.request(visitor);
        People.accept(agent, id);
        visitor.await("chat.connected");
        return new Chat(agent, visitor, id);
    }

    /** @return the agent's socket */
    public SocketClient agent() {
        return agent;
    }

    /** @return the visitor's socket */
    public SocketClient visitor() {
        return visitor;
    }

    /** @return the conversation */
    public String id() {
        return id;
    }

    /** @return what the visitor is answered */
    public JsonObject visitorSays(String text) {
        return visitor.send(act("message.send").add("text", text)).await("message.ack");
    }

    /** @return what the agent is answered */
    public JsonObject agentSays(String text) {
        return agent.send(act("message.send").add("conversationId", id).add("text", text)).await("message.ack");
    }

    /** Ends it as the agent would, and waits until the visitor knows. */
    public void end() {
        agent.send(act("chat.end").add("conversationId", id));
        visitor.await("chat.ended");
    }

    /** @return all messages as the agent is given them */
    public JsonObject agentSync() {
        return agent.send(frame("sync").add("conversationId", id).add("afterSeq", 0)).await("messages");
    }

    /** @return all messages as the visitor is given them */
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

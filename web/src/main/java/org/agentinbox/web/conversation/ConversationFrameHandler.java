package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.AgentNotes;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Frames with which an agent writes and reads in a conversation. */
@ApplicationScoped
class ConversationFrameHandler implements AgentFrameHandler {

    @EJB
    private AgentChats chats;
    @EJB
    private AgentNotes notes;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of("message.send", this::send, "note.add", this::note, "sync", this::sync,
            "typing", (socket, frame) -> chats.typing(frame.id("conversationId"), frame.flag("on")),
            "read", (socket, frame) -> chats.read(frame.id("conversationId"), frame.count("seq")),
            "chat.end", (socket, frame) -> socket.sender().answer(SocketFrames.ended(chats.end(frame.id("conversationId")), frame)));
    }

    private void send(AgentSocket socket, JsonMessage frame) {
        socket.sender().answer(SocketFrames.ack(chats.send(frame.id("conversationId"), frame.id("clientId"), frame.text("text"))));
    }

    private void note(AgentSocket socket, JsonMessage frame) {
        socket.sender().answer(NoteFrames.ack(notes.add(frame.id("conversationId"), frame.id("clientId"), frame.text("text"))));
    }

    private void sync(AgentSocket socket, JsonMessage frame) {
        UUID conversationId = frame.id("conversationId");
        // The conversation is registered before it is read, so that a message stored in between is sent to this socket and not missed.
        socket.opens(conversationId);
        socket.sender().answer(SocketFrames.agentMessages(chats.sync(conversationId, frame.count("afterSeq")),
            notes.sync(conversationId, frame.countIfAny("afterNote")), socket.agentId()));
    }
}

package org.agentinbox.web.conversation;

import java.util.UUID;

import org.agentinbox.conversation.MentionsChanged;
import org.agentinbox.conversation.NotePage;
import org.agentinbox.conversation.NoteView;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonObject;

/** Frames about private notes, for agents only: none of them may be sent to a visitor's socket. */
final class NoteFrames {

    private NoteFrames() {}

    static String ack(NoteView note) {
        return JsonMessage.of("note.ack").with("clientId", note.clientId()).with("conversationId", note.conversationId())
            .with("noteId", note.id()).with("number", note.number()).with("afterSeq", note.afterSeq()).with("at", note.at()).toString();
    }

    static String note(NoteView note, UUID reader) {
        return body(JsonMessage.of("note").with("conversationId", note.conversationId()), note, reader).toString();
    }

    static JsonMessage.Builder add(JsonMessage.Builder messages, NotePage notes, UUID reader) {
        return messages.with("notes", SocketFrames.array(notes.items(), note -> body(JsonMessage.object(), note, reader).build()))
            .with("lastNote", notes.lastNote());
    }

    static String mentions(MentionsChanged change) {
        JsonMessage.Builder frame = JsonMessage.of("mentions").with("count", change.unseen());
        NoteView note = change.note();
        if (note != null) {
            frame.with("latest", JsonMessage.object().with("conversationId", note.conversationId()).with("number", note.number())
                .with("by", note.authorName()).build());
        }
        return frame.toString();
    }

    /** The client id is included for the note's author only. */
    private static JsonMessage.Builder body(JsonMessage.Builder json, NoteView note, UUID reader) {
        JsonObject author = JsonMessage.object().with("id", note.authorId()).with("name", note.authorName()).build();
        return json.with("noteId", note.id()).with("number", note.number()).with("afterSeq", note.afterSeq()).with("author", author)
            .with("text", note.text()).with("at", note.at()).withIfAny("clientId", note.authorId().equals(reader) ? note.clientId() : null);
    }
}

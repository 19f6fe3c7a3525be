package org.agentinbox.conversation;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.conversation.WritingRule.Author;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Tests that messages, cards, notes, typing and read marks over sockets follow {@link WritingRule}. */
class WritingPathsIT {

    private static final Set<String> ANSWERS = Set.of("message.ack", "note.ack", "error");
    private final Installation installation = Installation.shared();
    private final Map<Author, SocketClient> people = new EnumMap<>(Author.class);
    private Chat chat;

    @BeforeEach
    void chatting() {
        People.nobodyIsAvailable(installation);
        chat = Chat.begin(installation, "ben");
        people.put(Author.VISITOR, chat.visitor());
        people.put(Author.AGENT, chat.agent());
        people.put(Author.OTHER_VISITOR, People.visitor(installation, "Wim"));
        people.put(Author.OTHER_AGENT, People.inbox(installation, "ana"));
        people.put(Author.SALES_ADMIN, People.inbox(installation, "sam"));
    }

    @AfterEach
    void close() {
        people.values().forEach(SocketClient::close);
        People.nobodyIsAvailable(installation);
    }

    private String account(String userName) {
        return installation.query("SELECT id FROM account WHERE user_name = ?", userName).get(0);
    }

    private void bring(ConversationState state) {
        boolean accepted = state == ConversationState.ACTIVE || state == ConversationState.ENDED;
        installation.query("UPDATE conversation SET state = ?, agent_id = ?::uuid, accepted_at = CASE WHEN ? THEN now() END, "
            + "ended_at = CASE WHEN ? THEN NULL ELSE now() END, end_reason = CASE WHEN ? THEN 'AGENT' END WHERE id = ?::uuid",
            state.name(), accepted ? account("ben") : null, accepted, state.isOpen(), state == ConversationState.ENDED, chat.id());
    }

    /** Returns STORED, or the code of the error. */
    private String told(Author author, JsonObjectBuilder act) {
        String clientId = UUID.randomUUID().toString();
        SocketClient socket = people.get(author);
        socket.send(act.add("conversationId", chat.id()).add("clientId", clientId));
        Await.until(author + " is answered", Duration.ofSeconds(10), () -> answer(socket, clientId) != null);
        JsonObject answer = answer(socket, clientId);
        return answer.getString("type").equals("error") ? answer.getString("code") : "STORED";
    }

    private static JsonObject answer(SocketClient socket, String clientId) {
        return socket.all().stream().filter(f -> ANSWERS.contains(f.getString("type")) && f.getString("clientId", "").equals(clientId))
            .findFirst().orElse(null);
    }

    private static List<Author> agents() {
        return List.of(Author.AGENT, Author.OTHER_AGENT, Author.SALES_ADMIN);
    }

    @Test
    void messagesCardsAndNotes() {
        for (ConversationState state : ConversationState.values()) {
            bring(state);
            for (Author author : people.keySet()) {
                assertEquals(WritingRule.told(state, author), told(author, frame("message.send").add("text", "Hello")),
                    state + ": a message of " + author);
            }
            for (Author author : agents()) {
                assertEquals(WritingRule.told(state, author), told(author, frame("calendar.share").add("agentId", account("ana"))),
                    state + ": a card of " + author);
                assertEquals(WritingRule.toldOfNote(state, author), told(author, frame("note.add").add("text", "A note")),
                    state + ": a note of " + author);
            }
        }
    }

    @Test
    void typingIsShownToTheOtherSideOfAChatThatGoesOn() {
        for (ConversationState state : List.of(ConversationState.WAITING, ConversationState.ENDED, ConversationState.MISSED,
            ConversationState.ACTIVE)) {
            bring(state);
            agents().forEach(author -> people.get(author).send(frame("typing").add("conversationId", chat.id()).add("on", true)));
            chat.visitor().send(frame("typing").add("on", true));
            // The server handles the frames of a socket in order, so when this frame is answered, the typing before it was handled.
            agents().forEach(author -> people.get(author).send(frame("hello")).await("welcome"));
            told(Author.VISITOR, frame("message.send").add("text", "Hello"));
        }
        // The frame may have come before an answer that was awaited above.
        for (SocketClient socket : List.of(chat.visitor(), chat.agent())) {
            Await.until("typing is shown", Duration.ofSeconds(10), () -> !socket.all("typing").isEmpty());
            assertEquals(1, socket.all("typing").size());
        }
        assertEquals(List.of(), people.get(Author.OTHER_AGENT).all("typing"));
    }

    /** Read marks are not writing: a visitor may set them in every state, an agent in conversations that are theirs or were at the end. */
    @Test
    void readMarksAreOfTheTwoWhoAreInIt() {
        chat.visitorSays("Hello");
        chat.agentSays("Good morning");
        for (ConversationState state : ConversationState.values()) {
            bring(state);
            installation.query("UPDATE conversation SET visitor_read_seq = 0, agent_read_seq = 0 WHERE id = ?::uuid", chat.id());
            for (Author author : List.of(Author.OTHER_AGENT, Author.SALES_ADMIN, Author.OTHER_VISITOR)) {
                people.get(author).send(frame("read").add("conversationId", chat.id()).add("seq", 2));
            }
            chat.visitor().send(frame("read").add("seq", 2));
            chat.agent().send(frame("read").add("conversationId", chat.id()).add("seq", 1));
            agents().forEach(author -> people.get(author).send(frame("hello")).await("welcome"));
            told(Author.OTHER_VISITOR, frame("message.send").add("text", "Hello"));
            told(Author.VISITOR, frame("message.send").add("text", "Hello"));
            boolean hasAgent = state == ConversationState.ACTIVE || state == ConversationState.ENDED;
            assertEquals(List.of("2 " + (hasAgent ? 1 : 0)),
                installation.query("SELECT visitor_read_seq || ' ' || agent_read_seq FROM conversation WHERE id = ?::uuid", chat.id()),
                state.name());
        }
    }
}

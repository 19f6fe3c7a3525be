package org.agentinbox.it.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.it.resilience.ClientChat.Line;
import org.agentinbox.it.resilience.ClientChat.Transcript;
import org.agentinbox.it.support.Installation;

/** A conversation as it is in the database, to be compared with what its two sides were told and have shown. */
record Stored(String conversationId, int lastSeq, List<Line> lines) {

    /** Reads a conversation from the database directly. */
    static Stored read(Installation installation, String conversationId) throws SQLException {
        try (Connection connection = installation.connect();
            PreparedStatement messages = connection.prepareStatement(
                "SELECT seq, author_kind, text, client_id FROM message WHERE conversation_id = ? ORDER BY seq");
            PreparedStatement conversation = connection
                .prepareStatement("SELECT COALESCE(MAX(seq), 0) FROM message WHERE conversation_id = ?")) {
            messages.setObject(1, UUID.fromString(conversationId));
            conversation.setObject(1, UUID.fromString(conversationId));
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = messages.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            try (ResultSet row = conversation.executeQuery()) {
                row.next();
                return new Stored(conversationId, row.getInt(1), lines);
            }
        }
    }

    /** Checks that no message is missing or doubled, that numbers have no gap, and that messages are in the order of writing. */
    void assertWhole(Transcript visitor, Transcript agent) {
        assertEquals(IntStream.rangeClosed(1, lastSeq).boxed().toList(), lines.stream().map(Line::seq).toList(),
            "the numbers have no gap in " + conversationId);
        assertStored(visitor, "VISITOR");
        assertStored(agent, "AGENT");
        assertEquals(seen(lines), seen(visitor.shown()), "what the visitor saw");
        assertEquals(seen(lines), seen(agent.shown()), "what the agent saw");
    }

    private void assertStored(Transcript side, String author) {
        Map<String, String> byId = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        lines.stream().filter(line -> line.author().equals(author)).forEach(line -> {
            assertTrue(byId.put(line.clientId(), line.text()) == null, "stored twice: " + line);
            numbers.put(line.clientId(), line.seq());
        });
        // The maps keep their order: everything written is stored, nothing else is, and in the order of writing.
        assertEquals(new ArrayList<>(side.written().entrySet()), new ArrayList<>(byId.entrySet()), "what the " + author + " wrote");
        side.acknowledged().forEach((id, seq) -> assertEquals(seq, numbers.get(id), "the acknowledged number of " + id));
    }

    /** Removes the client ids, which each side knows for its own messages only. */
    private static List<Line> seen(List<Line> lines) {
        return lines.stream().map(line -> new Line(line.seq(), line.author(), line.text(), null)).toList();
    }
}

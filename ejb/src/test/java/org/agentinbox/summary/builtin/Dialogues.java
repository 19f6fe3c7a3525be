package org.agentinbox.summary.builtin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Turn;

/** Reads files of dialogues, a JSON object a line. */
final class Dialogues {

    private Dialogues() {}

    static List<JsonObject> read(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).map(Dialogues::object).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject object(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    /** @return the turns of one; who is not called an agent is the one whose wishes are of interest */
    static List<Turn> turns(JsonObject dialogue) {
        List<Turn> turns = new ArrayList<>();
        for (JsonObject turn : dialogue.getJsonArray("dialogue").getValuesAs(JsonObject.class)) {
            boolean agent = turn.getString("speaker", "").equalsIgnoreCase("agent");
            turns.add(new Turn(turns.size() + 1, agent ? AuthorKind.AGENT : AuthorKind.VISITOR, turn.getString("text", ""), null));
        }
        return turns;
    }
}

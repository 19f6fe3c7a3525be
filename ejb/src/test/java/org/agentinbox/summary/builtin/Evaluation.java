package org.agentinbox.summary.builtin;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;

/**
 * The evaluation command: summaries of a file of dialogues, for a scorer, and how long 30 turns take that were never read before. Without a
 * file, how long they take in the Korean chats of the tests.
 */
public final class Evaluation {

    private static final int TURNS = 30;
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 2_000;

    private Evaluation() {}

    /** @param files the dialogues, and where the predictions go; or none */
    public static void main(String[] files) throws IOException {
        boolean named = files.length == 2 && Stream.of(files).allMatch(Evaluation::isGiven);
        if (!named && Stream.of(files).anyMatch(Evaluation::isGiven)) {
            throw new IllegalArgumentException("Name both files: -Deval.data=DATA.jsonl -Deval.out=PREDICTIONS.jsonl");
        }
        Summariser summariser = new BuiltInSummariser();
        List<List<Turn>> dialogues = named ? predict(Path.of(files[0]), Path.of(files[1]), summariser) : koreanChats();
        measure(thirties(dialogues), summariser, System.out);
    }

    /** Maven hands on the bare name of a property that nobody set, or null. */
    private static boolean isGiven(String file) {
        return file != null && !file.startsWith("${");
    }

    private static List<List<Turn>> predict(Path data, Path predictions, Summariser summariser) throws IOException {
        List<JsonObject> dialogues = Dialogues.read(data);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(predictions))) {
            dialogues.forEach(d -> out.println(prediction(d.getString("id"), summariser.summarise(Dialogues.turns(d)))));
        }
        System.out.printf("%d summaries written to %s%n", dialogues.size(), predictions);
        return dialogues.stream().map(Dialogues::turns).toList();
    }

    private static List<List<Turn>> koreanChats() throws IOException {
        try (var in = Evaluation.class.getResourceAsStream("korean-chats.txt")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> l.matches("[AC]: .*"))
                .map(l -> new Turn(0, l.charAt(0) == 'A' ? AuthorKind.AGENT : AuthorKind.VISITOR, l.substring(3), null)).toList());
        }
    }

    private static JsonObject prediction(String id, Summary summary) {
        JsonArrayBuilder topics = Json.createArrayBuilder();
        summary.topics().forEach(t -> topics.add(t.name()));
        JsonArrayBuilder facts = Json.createArrayBuilder();
        summary.facts().forEach(f -> facts.add(f.value()));
        return Json.createObjectBuilder().add("id", id).add("summary", summary.text()).add("topics", topics).add("facts", facts).build();
    }

    private static void measure(List<List<Turn>> thirties, Summariser summariser, PrintStream out) {
        if (thirties.isEmpty()) {
            return;
        }
        for (int i = 0; i < WARM_UP; i++) {
            summariser.summarise(thirties.get(i % thirties.size()));
        }
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long began = System.nanoTime();
            summariser.summarise(thirties.get(i % thirties.size()));
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        out.printf("%d turns: p50 %.2f ms, p99 %.2f ms%n", TURNS, nanos[MEASURED / 2] / 1e6, nanos[MEASURED * 99 / 100] / 1e6);
    }

    /** Dialogues of this length are rare: one after the other, cut anew. */
    private static List<List<Turn>> thirties(List<List<Turn>> dialogues) {
        List<List<Turn>> thirties = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (List<Turn> dialogue : dialogues) {
            for (Turn turn : dialogue) {
                turns.add(new Turn(turns.size() + 1, turn.author(), turn.text(), null));
                if (turns.size() == TURNS) {
                    thirties.add(turns);
                    turns = new ArrayList<>();
                }
            }
        }
        return thirties;
    }
}

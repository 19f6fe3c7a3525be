package org.agentinbox.summary;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** The evaluation command: summaries of a file of dialogues, for a scorer, and how long 30 turns take. */
public final class Evaluation {

    private static final int TURNS = 30;
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 2_000;

    private Evaluation() {
    }

    /** @param files the dialogues, and where the predictions go */
    public static void main(String[] files) throws IOException {
        if (files.length != 2 || files[0].startsWith("${") || files[1].startsWith("${")) {
            throw new IllegalArgumentException("Name both files: -Deval.data=DATA.jsonl -Deval.out=PREDICTIONS.jsonl");
        }
        List<JsonObject> dialogues = Dialogues.read(Path.of(files[0]));
        Summariser summariser = new BuiltInSummariser();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(files[1])))) {
            dialogues.forEach(d -> out.println(prediction(d.getString("id"), summariser.summarise(Dialogues.turns(d)))));
        }
        System.out.printf("%d summaries written to %s%n", dialogues.size(), files[1]);
        measure(dialogues, summariser, System.out);
    }

    private static JsonObject prediction(String id, Summary summary) {
        JsonArrayBuilder topics = Json.createArrayBuilder();
        summary.topics().forEach(t -> topics.add(t.name()));
        JsonArrayBuilder facts = Json.createArrayBuilder();
        summary.facts().forEach(f -> facts.add(f.value()));
        return Json.createObjectBuilder().add("id", id).add("summary", summary.text()).add("topics", topics).add("facts", facts).build();
    }

    private static void measure(List<JsonObject> dialogues, Summariser summariser, PrintStream out) {
        List<List<Turn>> thirties = thirties(dialogues);
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
    private static List<List<Turn>> thirties(List<JsonObject> dialogues) {
        List<List<Turn>> thirties = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (JsonObject dialogue : dialogues) {
            for (Turn turn : Dialogues.turns(dialogue)) {
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

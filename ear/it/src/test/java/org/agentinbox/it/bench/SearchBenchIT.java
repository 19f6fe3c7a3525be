package org.agentinbox.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;
import org.agentinbox.it.Installation;
import org.agentinbox.it.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a page of the list and of a search take, over HTTP, among few and among many conversations of ten messages each, filled by SQL:
 * {@code -Dbench.sizes=10000,1000000}. Words are as unevenly frequent as in a language; one is in a single conversation.
 */
@Tag("bench")
class SearchBenchIT {

    private static final List<Integer> SIZES = Arrays.stream(System.getProperty("bench.sizes", "10000,1000000").split(",")).map(Integer::valueOf).toList();
    private static final int ASKED = Integer.getInteger("bench.asked", 200);
    private static final int SENTENCES = 5_000;
    private static final int WORDS_IN_SENTENCE = 8;
    private static final int VOCABULARY = 20_000;
    private static final String SENTENCE = "(SELECT %s FROM sentence s WHERE s.id = (n * 7919::bigint + %s * 104729 + n / 5000) %% " + SENTENCES + ")";

    private final Random random = new Random(7);
    private final Map<String, Map<Integer, Histogram>> figures = new LinkedHashMap<>();

    @Test
    void amongFewAndAmongMany() throws SQLException {
        try (Installation installation = Installation.start("search-bench", Map.of("agentinbox.demo", "true"))) {
            vocabulary(installation);
            int filled = 0;
            for (int size : SIZES) {
                fill(installation, filled, size);
                filled = size;
                measure(installation, size);
            }
        }
        report();
    }

    private void measure(Installation installation, int size) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("list, first page", "?scope=ALL");
        asked.put("list, a page in the middle", "?scope=ALL&before=" + URLEncoder.encode(installation.query(
            "SELECT to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || '_' || id FROM conversation WHERE state = 'ENDED' "
                + "ORDER BY ended_at OFFSET ? LIMIT 1", size / 2).get(0), UTF_8));
        asked.put("filter: one agent", "/search?agent=" + installation.query("SELECT id FROM account WHERE user_name = 'ben'").get(0));
        asked.put("search: a word in nearly all", search(word(1)));
        asked.put("search: a word in some", search(word(300)));
        asked.put("search: a rare word", search(word(19_000)));
        asked.put("search: a word in one", search("order" + size / 3));
        asked.put("search: two words", search(word(2) + " " + word(301)));
        asked.put("search: a short beginning", search("w1"));
        asked.put("search: Korean", search(korean(40)));
        asked.put("search: an email's beginning", search("visitor" + size / 35 * 5 + "@"));
        asked.put("search: nothing has it", search("nowhere"));
        asked.forEach((name, query) -> figures.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(size, ask(installation, name, query)));
    }

    private static String search(String text) {
        return "/search?q=" + URLEncoder.encode(text, UTF_8);
    }

    private static Histogram ask(Installation installation, String name, String query) {
        String cookie = People.cookie(installation, "ana");
        Histogram taken = new Histogram(3);
        for (int i = -20; i < ASKED; i++) {
            long before = System.nanoTime();
            int status = People.get(installation, "api/v1/conversations" + query, cookie).statusCode();
            if (status != 200) {
                System.out.println(name + " was answered " + status);
            }
            if (i >= 0) {
                taken.recordValue((System.nanoTime() - before) / 1_000);
            }
        }
        return taken;
    }

    private void report() {
        String sizes = SIZES.stream().map(size -> "%,18d".formatted(size)).collect(Collectors.joining());
        System.out.println("p50 / p95, ms, by conversations  " + sizes);
        figures.forEach((name, bySize) -> System.out.printf("%-32s %s%n", name, bySize.values().stream()
            .map(h -> "%9.1f /%7.1f".formatted(h.getValueAtPercentile(50) / 1_000.0, h.getValueAtPercentile(95) / 1_000.0)).collect(Collectors.joining())));
    }

    private static String word(int rank) {
        return "w" + rank + "x";
    }

    private static String korean(int rank) {
        return new String(new char[] {(char) (0xAC00 + rank * 37 % 11_000), (char) (0xAC00 + rank * 101 % 11_000)});
    }

    /** The first words most often: the n-th about 1/n as often as the first. */
    private int rank() {
        return (int) Math.pow(VOCABULARY, random.nextDouble());
    }

    private void vocabulary(Installation installation) throws SQLException {
        try (Connection connection = installation.connect()) {
            run(connection, "CREATE TABLE sentence (id integer PRIMARY KEY, text text, document tsvector)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sentence VALUES (?, ?, array_to_tsvector(string_to_array(?, ' ')))")) {
                for (int i = 0; i < SENTENCES; i++) {
                    List<String> words = new ArrayList<>();
                    Set<String> tokens = new LinkedHashSet<>();
                    for (int j = 0; j < WORDS_IN_SENTENCE; j++) {
                        int rank = rank();
                        words.add(j % 4 == 3 ? korean(rank) : word(rank));
                        tokens.add(words.get(j));
                        tokens.add(j % 4 == 3 ? words.get(j).substring(1) : words.get(j));
                    }
                    insert.setInt(1, i);
                    insert.setString(2, String.join(" ", words));
                    insert.setString(3, String.join(" ", tokens));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** Past chats from..to-1, 20 s apart, the later the older, five of each visitor. */
    private static void fill(Installation installation, int from, int to) throws SQLException {
        long start = System.nanoTime();
        String range = "FROM generate_series(" + from + ", " + (to - 1) + ") n";
        String visitor = "('00000000-0000-4000-8000-' || lpad(to_hex(n / 5), 12, '0'))::uuid";
        String id = "('00000001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
        String ended = "timestamptz '2026-06-01' - n * interval '20 seconds'";
        String document = IntStream.range(0, 10).mapToObj(i -> SENTENCE.formatted("document", i)).collect(Collectors.joining(" || "));
        try (Connection connection = installation.connect()) {
            run(connection, "SET synchronous_commit = off");
            run(connection, "SET maintenance_work_mem = '512MB'");
            run(connection, "DROP INDEX conversation_search_document");
            run(connection, "INSERT INTO visitor (id, version, name, email, created_at, seen_at) SELECT " + visitor + ", 0, 'Visitor ' || n / 5, 'visitor' || n || '@customer.example', "
                + "now(), now() " + range + " WHERE n % 5 = 0");
            run(connection, "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, ended_at) SELECT " + id + ", "
                + visitor + ", a.ids[1 + n % 3], " + id + ", 'ENDED', 'AGENT', " + ended + ", " + ended + ", " + ended + " " + range
                + ", (SELECT array_agg(account_id) AS ids FROM agent) a");
            run(connection, "INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, text, at) SELECT " + id + ", 1 + i, "
                + "('00000002-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'TEXT', 'VISITOR', " + SENTENCE.formatted("text", "i")
                + " || CASE WHEN i = 0 THEN ' order' || n ELSE '' END, " + ended + " - (10 - i) * interval '1 second' " + range + ", generate_series(0, 9) i");
            run(connection, "INSERT INTO conversation_search SELECT " + id + ", " + ended + ", a.ids[1 + n % 3], " + visitor + ", '', "
                + "array_to_tsvector(ARRAY['order' || n, 'visitor', (n / 5)::text, 'visitor' || n / 5 * 5, 'customer', 'example', 'visitor' || n / 5 * 5 || '@customer.example']) || "
                + document + " " + range + ", (SELECT array_agg(account_id) AS ids FROM agent) a");
            run(connection, "CREATE INDEX conversation_search_document ON conversation_search USING gin (document) WITH (fastupdate = off)");
            run(connection, "VACUUM ANALYZE conversation, message, visitor, conversation_search");
        }
        System.out.printf("filled with %,d conversations in %d s%n", to, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.agentinbox.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the time of one page of the conversation list and of a search, over HTTP, with few and with many conversations of ten messages
 * each, filled by SQL: {@code -Dbench.sizes=10000,1000000}. The frequency of words is as uneven as in a language, and one word occurs in a
 * single conversation.
 */
@Tag("bench")
class SearchBenchIT {

    private static final List<Integer> SIZES = Arrays.stream(System.getProperty("bench.sizes", "10000,1000000").split(","))
        .map(Integer::valueOf).toList();
    private static final int ASKED = Integer.getInteger("bench.asked", 200);
    /** After this many calls the just-in-time compilers have seen each question often enough. */
    private static final int WARM_UP = 100;
    private static final int SENTENCES = 5_000;
    private static final int WORDS_IN_SENTENCE = 8;
    private static final int VOCABULARY = 20_000;
    private static final String SENTENCE = "(SELECT %s FROM sentence s WHERE s.id = (n * 7919::bigint + %s * 104729 + n / 5000) %% "
        + SENTENCES + ")";

    private final Random random = new Random();
    private final Map<String, Map<Integer, Histogram>> figures = new LinkedHashMap<>();

    /** An installation with a number of conversations, and the questions to ask it. */
    private record Filled(int size, Installation installation, String cookie, Map<String, String> questions) {

        long ask(String name) {
            long before = System.nanoTime();
            int status = People.get(installation, "api/v1/conversations" + questions.get(name), cookie).statusCode();
            assertEquals(200, status, name);
            return (System.nanoTime() - before) / 1_000;
        }
    }

    @Test
    void amongFewAndAmongMany() throws SQLException {
        List<Filled> all = new ArrayList<>();
        try {
            for (int size : SIZES) {
                all.add(filled(size));
            }
            all.get(0).questions().keySet().forEach(name -> measure(name, all));
        } finally {
            all.forEach(one -> one.installation().close());
        }
        report();
    }

    private Filled filled(int size) throws SQLException {
        Installation installation = Installation.start("search-bench-" + size, Map.of("agentinbox.demo", "true"));
        vocabulary(installation);
        fill(installation, size);
        return new Filled(size, installation, People.cookie(installation, "ana"), questions(installation, size));
    }

    private static Map<String, String> questions(Installation installation, int size) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("list, first page", "?scope=ALL");
        asked.put("list, a page in the middle", "?scope=ALL&before=" + URLEncoder.encode(installation.query(
            "SELECT to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || '_' || id FROM conversation WHERE state "
                + "= 'ENDED' "
                + "ORDER BY ended_at OFFSET ? LIMIT 1",
            size / 2).get(0), UTF_8));
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
        return asked;
    }

    private static String search(String text) {
        return "/search?q=" + URLEncoder.encode(text, UTF_8);
    }

    /** Asks the small and the large installation in turn, so that a slower minute of the machine slows both. */
    private void measure(String name, List<Filled> all) {
        Map<Integer, Histogram> taken = all.stream()
            .collect(Collectors.toMap(Filled::size, one -> new Histogram(3), (a, b) -> a, LinkedHashMap::new));
        for (int i = -WARM_UP; i < ASKED; i++) {
            for (Filled one : all) {
                long micros = one.ask(name);
                if (i >= 0) {
                    taken.get(one.size()).recordValue(micros);
                }
            }
        }
        figures.put(name, taken);
    }

    private void report() {
        String sizes = SIZES.stream().map(size -> "%,18d".formatted(size)).collect(Collectors.joining());
        System.out.println("p50 / p95, ms, by conversations  " + sizes + "     ratio of p50 / p95");
        figures.forEach((name, bySize) -> System.out.printf("%-32s %s   %s%n", name, bySize.values().stream()
            .map(h -> "%9.1f /%7.1f".formatted(ms(h, 50), ms(h, 95))).collect(Collectors.joining()), ratio(List.copyOf(bySize.values()))));
    }

    private static String ratio(List<Histogram> bySize) {
        Histogram few = bySize.get(0);
        Histogram many = bySize.get(bySize.size() - 1);
        return "%9.2f /%7.2f".formatted(ms(many, 50) / ms(few, 50), ms(many, 95) / ms(few, 95));
    }

    private static double ms(Histogram taken, double percentile) {
        return taken.getValueAtPercentile(percentile) / 1_000.0;
    }

    private static String word(int rank) {
        return "w" + rank + "x";
    }

    private static String korean(int rank) {
        return new String(new char[]{(char) (0xAC00 + rank * 37 % 11_000), (char) (0xAC00 + rank * 101 % 11_000)});
    }

    /** A random rank of a word: rank n occurs about 1/n as often as the first. */
    private int rank() {
        return (int) Math.pow(VOCABULARY, random.nextDouble());
    }

    /** The words are the same at each call. */
    private void vocabulary(Installation installation) throws SQLException {
        random.setSeed(7);
        try (Connection connection = installation.connect()) {
            run(connection, "CREATE TABLE sentence (id integer PRIMARY KEY, text text, document tsvector)");
            try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO sentence VALUES (?, ?, array_to_tsvector(string_to_array(?, ' ')))")) {
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

    /** Fills in past chats, 20 s apart, the newest first, five of each visitor. */
    private static void fill(Installation installation, int size) throws SQLException {
        long start = System.nanoTime();
        String range = "FROM generate_series(0, " + (size - 1) + ") n";
        String visitor = "('00000000-0000-4000-8000-' || lpad(to_hex(n / 5), 12, '0'))::uuid";
        String id = "('00000001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
        String ended = "timestamptz '2026-06-01' - n * interval '20 seconds'";
        String document = IntStream.range(0, 10).mapToObj(i -> SENTENCE.formatted("document", i)).collect(Collectors.joining(" || "));
        try (Connection connection = installation.connect()) {
            run(connection, "SET synchronous_commit = off");
            run(connection, "SET maintenance_work_mem = '512MB'");
            run(connection, "DROP INDEX conversation_search_document");
            run(connection,
                "INSERT INTO visitor (id, version, name, email, created_at, seen_at) SELECT " + visitor
                    + ", 0, 'Visitor ' || n / 5, 'visitor' || n || '@customer.example', "
                    + "now(), now() " + range + " WHERE n % 5 = 0");
            run(connection,
                "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, "
                    + "ended_at) SELECT "
                    + id + ", "
                    + visitor + ", a.ids[1 + n % 3], " + id + ", 'ENDED', 'AGENT', " + ended + ", " + ended + ", " + ended + " " + range
                    + ", (SELECT array_agg(account_id) AS ids FROM agent) a");
            run(connection, "INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, text, at) SELECT " + id + ", 1 + i, "
                + "('00000002-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'TEXT', 'VISITOR', " + SENTENCE.formatted("text", "i")
                + " || CASE WHEN i = 0 THEN ' order' || n ELSE '' END, " + ended + " - (10 - i) * interval '1 second' " + range
                + ", generate_series(0, 9) i");
            run(connection, "INSERT INTO conversation_search SELECT " + id + ", " + ended + ", a.ids[1 + n % 3], " + visitor + ", '', "
                + "array_to_tsvector(ARRAY['order' || n, 'visitor', (n / 5)::text, 'visitor' || n / 5 * 5, 'customer', 'example', "
                + "'visitor' || n / 5 * 5 || '@customer.example']) || "
                + document + " " + range + ", (SELECT array_agg(account_id) AS ids FROM agent) a");
            run(connection,
                "CREATE INDEX conversation_search_document ON conversation_search USING gin (document) WITH (fastupdate = off)");
            run(connection, "VACUUM ANALYZE conversation, message, visitor, conversation_search");
        }
        System.out.printf("filled with %,d conversations in %d s%n", size, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

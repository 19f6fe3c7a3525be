package org.agentinbox.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/**
 * Whatever comes over sockets, REST, forms, files and signed identities: no error of the server, nothing of its inside in an answer, no
 * error in its log, all answers as they are described, and a chat beside it that loses nothing. A case depends on the seed and its number
 * alone: {@code -Dsoak.fuzz.seed} and {@code -Dsoak.fuzz.case} try one again. How many there are {@code -Dsoak.fuzz} says.
 */
@Tag("fuzz")
class BadInputIT {

    private static final int CASES = Integer.getInteger("soak.fuzz", 2_000);
    private static final long SEED = Long.getLong("soak.fuzz.seed", 1);
    /** The only one to try; negative for all. */
    private static final int ONLY = Integer.getInteger("soak.fuzz.case", -1);
    private static final int FIRST = Math.max(ONLY, 0);
    private static final int END = ONLY < 0 ? CASES : ONLY + 1;
    /** Of each socket: fewer frames than it may send at once, with those that wait for the answer. */
    private static final int CASES_OF_A_ROUND = 45;
    /** From then on the server has all in its caches that it keeps there; a build is over before. */
    private static final int WARM_ROUNDS = 100;
    /** After so many failures there is enough to look at. */
    private static final int MOST_FAILURES = 30;
    private static final int MOST_SHOWN = 1_500;
    private static final List<String> FAILURES = new ArrayList<>();
    private static Installation installation;
    private static Known known;
    private static FrameCases frames;
    private static RestCases requests;

    @BeforeAll
    static void start() {
        // One of its own: languages, lists and sign-ins of all its accounts change.
        // Nobody answers pushes: none may leave the machine.
        String pushes = "http://127.0.0.1:" + Installation.PUSH_PORT;
        installation = Installation.start("fuzz", Map.of("agentinbox.demo", "true", "agentinbox.push.hosts", pushes));
        People.nobodyIsAvailable(installation);
        installation.query("INSERT INTO site_secret (id, secret, created_at) VALUES (gen_random_uuid(), ?, now())", Identities.SECRET);
        known = new Known();
        known.put("push", pushes + "/fuzz");
        known.put("key", Site.apiKey(installation));
        for (String name : List.of("ana", "ben", "cal")) {
            known.put(name, installation.query("SELECT id FROM account WHERE user_name = ?", name).get(0));
        }
        frames = new FrameCases(installation);
        requests = new RestCases(installation);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static BadCase made(int number) {
        Chance chance = new Chance(SEED, number);
        int kind = chance.below(20);
        if (kind < 11) {
            return frames.next(chance);
        }
        return kind < 18 ? requests.next(chance) : FormCases.next(chance);
    }

    @Test
    void badInputHarmsNobody() {
        ServerLog log = new ServerLog(installation.server().log());
        LiveMemory memory = new LiveMemory(installation.server());
        List<String> said = new ArrayList<>();
        int chats = 0;
        int rounds = 0;
        try (Chat beside = Chat.begin(installation, "ben")) {
            People.setAvailable(beside.agent(), false);
            for (int first = FIRST; first < END; first += CASES_OF_A_ROUND) {
                chats += round(first, Math.min(first + CASES_OF_A_ROUND, END), log) ? 1 : 0;
                rounds++;
                goOn(beside, said, first);
                if (rounds == WARM_ROUNDS) {
                    memory.begin();
                }
            }
            assertNothingFound();
            assertNothingLost(beside, said);
        }
        assertTrue(chats * 10 >= rounds * 9, "Nearly all rounds are to have a chat: " + chats + " of " + rounds);
        if (rounds > 2 * WARM_ROUNDS) {
            memory.assertFlat();
        }
    }

    private static void assertNothingFound() {
        if (!FAILURES.isEmpty()) {
            fail(null);
        }
    }

    /** @return whether its visitor was in a chat */
    private static boolean round(int first, int end, ServerLog log) {
        try (Round round = new Round(installation, known)) {
            for (int number = first; number < end; number++) {
                tryOn(round, made(number), "-Dsoak.fuzz.seed=" + SEED + " -Dsoak.fuzz.case=" + number);
            }
            List<String> errors = log.errors();
            if (!errors.isEmpty()) {
                FAILURES.add("The log, after the cases " + first + " to " + end + " of seed " + SEED + ":\n" + String.join("\n", errors));
            }
            return round.isInChat();
        }
    }

    private static void tryOn(Round round, BadCase one, String name) {
        try {
            one.tryOn(round);
        } catch (AssertionError | RuntimeException e) {
            FAILURES.add(name + "\n" + shortened(one.toString()) + "\n" + shortened(e.toString()));
            if (FAILURES.size() >= MOST_FAILURES) {
                fail(e);
            }
        }
    }

    private static void fail(Throwable last) {
        throw new AssertionError(String.join("\n\n", FAILURES), last);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "… (" + text.length() + ")";
    }

    private static void goOn(Chat beside, List<String> said, int number) {
        said.add("Visitor " + number);
        beside.visitorSays(said.get(said.size() - 1));
        said.add("Agent " + number);
        beside.agentSays(said.get(said.size() - 1));
    }

    private static void assertNothingLost(Chat beside, List<String> said) {
        assertEquals(said, installation.query("SELECT text FROM message WHERE conversation_id = ?::uuid ORDER BY seq", beside.id()));
        Await.until("both sides have heard all of it", Duration.ofSeconds(20),
            () -> beside.agent().all("message").size() + beside.visitor().all("message").size() >= said.size());
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < said.size() / 2; i++) {
            heard.add(text(beside.agent().all("message").get(i)));
            heard.add(text(beside.visitor().all("message").get(i)));
        }
        assertEquals(said, heard);
    }

    private static String text(JsonObject message) {
        return message.getString("text");
    }
}

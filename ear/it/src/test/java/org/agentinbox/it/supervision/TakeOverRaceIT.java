package org.agentinbox.it.supervision;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Two sales admins and an agent take a chat from each other at random moments while they and the visitor write without pause, and a lead
 * watches. Nothing is lost, doubled, or stored under the name of somebody who did not have the chat then. More of it:
 * {@code -Dtakeover.count=100 -Dtakeover.rounds=10}; again as it was: {@code -Dtakeover.seed=N}.
 */
class TakeOverRaceIT {

    private static final int COUNT = Integer.getInteger("takeover.count", 12);
    private static final int ROUNDS = Integer.getInteger("takeover.rounds", 1);
    private static final long SEED = Long.getLong("takeover.seed", System.nanoTime());
    private static final int ENDS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECOND = "takeover-admin";

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final Random random = new Random(SEED);
    private final List<SocketClient> open = new ArrayList<>();
    private ScheduledExecutorService clock;
    private UUID team;

    /** A message as it is stored. */
    private record Line(int seq, String authorKind, String authorId, String clientId, String text) {

        static Line of(String row) {
            String[] parts = row.split("\\|", 5);
            return new Line(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3], parts[4]);
        }
    }

    @BeforeEach
    void twoAdmins() {
        System.out.println("Seed " + SEED);
        People.nobodyIsAvailable(installation);
        clock = Executors.newScheduledThreadPool(3);
        if (installation.query("SELECT 1 FROM account WHERE user_name = ?", SECOND).isEmpty()) {
            People.hire(installation, SECOND);
            installation.query("INSERT INTO account_role SELECT id, 'SALES_ADMIN' FROM account WHERE user_name = ?", SECOND);
        }
        team = setup.team("Race " + UUID.randomUUID(), "ana", "sam", SECOND);
        installation.query("UPDATE team SET lead_id = ? WHERE id = ?", setup.account("ben"), team);
    }

    @AfterEach
    void close() {
        clock.shutdownNow();
        open.forEach(SocketClient::close);
        People.nobodyIsAvailable(installation);
        installation.query("DELETE FROM team WHERE id = ?", team);
        installation.query("UPDATE account SET active = false WHERE user_name = ?", SECOND);
    }

    @Test
    void nothingIsLostWhileTheChatGoesFromHandToHand() {
        for (int round = 0; round < ROUNDS; round++) {
            race();
        }
    }

    private void race() {
        Chat chat = chat();
        Writer ana = writer("ana", chat.agent());
        Writer visitor = new Writer("visitor", null, chat.visitor(), clock, random.nextLong());
        Writer sam = writer("sam", available("sam"));
        Writer second = writer(SECOND, available(SECOND));
        Writer ben = writer("ben", inbox("ben"));
        ben.socket().send(frame("watch").add("conversationId", chat.id()).add("on", true)).await("conversation");
        List<Writer> agents = List.of(ana, sam, second);
        visitor.start(null);
        agents.forEach(agent -> agent.start(chat.id()));
        int given = giveToAndFro(chat, sam, second, ana);
        Stream.concat(Stream.of(visitor), agents.stream()).forEach(Writer::stop);

        List<Line> lines = lines(chat);
        assertEquals(IntStream.rangeClosed(1, lines.size()).boxed().toList(), lines.stream().map(Line::seq).toList(), "the numbers");
        Map<Integer, UUID> holders = holders(chat, lines, given);
        assertStored(lines, "VISITOR", visitor);
        agents.forEach(agent -> assertStored(lines, agent.accountOrNull().toString(), agent));
        assertTrue(agents.stream().anyMatch(agent -> !agent.refused().isEmpty()), "somebody wrote without having the chat");
        lines.stream().filter(line -> line.authorKind().equals("AGENT")).forEach(
            line -> assertEquals(holders.get(line.seq()).toString(), line.authorId(), "who had the chat at " + line));
        Map<Integer, String> all = lines.stream().collect(Collectors.toMap(Line::seq, Line::text));
        assertTold(all, visitor);
        assertEquals(List.of(), ben.socket().all("watch.ended"), "the lead may watch all the time");
        assertTold(all, ben);
        // Whoever takes it is answered with the chat, not with the line about it.
        lines.stream().filter(line -> line.authorKind().equals("SYSTEM")).forEach(line -> agents.forEach(a -> a.told().remove(line.seq())));
        Map<Integer, String> written = only(all, seq -> !lines.get(seq - 1).authorKind().equals("SYSTEM"));
        agents.forEach(agent -> assertTold(only(written, seq -> holders.get(seq).equals(agent.accountOrNull())), agent));
        assertEquals(List.of(), Stream.concat(agents.stream(), Stream.of(visitor, ben)).flatMap(w -> w.complaints().stream()).toList());
        assertEquals(all, synced(chat, holder(chat, agents)), "what the agent is told who has it in the end");
        open.forEach(SocketClient::close);
        open.clear();
        People.nobodyIsAvailable(installation);
    }

    /** Returns how often it changed hands. */
    private int giveToAndFro(Chat chat, Writer sam, Writer second, Writer ana) {
        int given = 0;
        for (int tries = 0; given < COUNT && tries < COUNT * 20; tries++) {
            List<CompletableFuture<JsonObject>> answers = new ArrayList<>();
            if (random.nextInt(4) > 0) {
                answers.add(soon(() -> sam.ask(give(chat, second, ana))));
            }
            if (random.nextInt(4) > 0) {
                answers.add(soon(() -> second.ask(give(chat, sam, ana))));
            }
            answers.forEach(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join());
            given = acts(chat).size();
        }
        assertTrue(given >= COUNT, "it changed hands " + given + " times only");
        return given;
    }

    private CompletableFuture<JsonObject> soon(Supplier<CompletableFuture<JsonObject>> what) {
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        clock.schedule(() -> what.get().thenAccept(answer::complete), random.nextInt(150), TimeUnit.MILLISECONDS);
        return answer;
    }

    /** Takes the chat, or gives it to one of two others; at times only if it is the agent's. */
    private JsonObjectBuilder give(Chat chat, Writer other, Writer agent) {
        int dice = random.nextInt(6);
        JsonObjectBuilder frame = act(dice < 3 ? "chat.take" : "chat.assign").add("conversationId", chat.id());
        if (dice >= 3) {
            frame.add("agentId", (dice == 3 ? other : agent).accountOrNull().toString());
        }
        return random.nextInt(5) == 0 ? frame.add("fromAgentId", agent.accountOrNull().toString()) : frame;
    }

    /** Who gave it to whom, in order: {@code from>to}. */
    private List<String> acts(Chat chat) {
        return installation.query("SELECT from_agent_id || '>' || to_agent_id FROM supervisor_act WHERE conversation_id = ?::uuid "
            + "ORDER BY at", chat.id());
    }

    private List<Line> lines(Chat chat) {
        return installation.query("SELECT concat_ws('|', seq, author_kind, coalesce(author_id::text, ''), coalesce(client_id::text, ''), "
            + "text) FROM message WHERE conversation_id = ?::uuid ORDER BY seq", chat.id()).stream().map(Line::of).toList();
    }

    /** Checks that each change of hands starts where the one before ended, and has its line. Returns who had it at each number. */
    private Map<Integer, UUID> holders(Chat chat, List<Line> lines, int given) {
        List<String[]> acts = acts(chat).stream().map(act -> act.split(">")).toList();
        assertEquals(given, acts.size());
        String holder = setup.account("ana").toString();
        Map<Integer, UUID> holders = new TreeMap<>();
        int next = 0;
        for (Line line : lines) {
            if (line.authorKind().equals("SYSTEM")) {
                assertEquals(holder, acts.get(next)[0], "from whom");
                holder = acts.get(next++)[1];
                assertEquals(installation.query("SELECT display_name || ' has joined the chat.' FROM account WHERE id = ?::uuid", holder)
                    .get(0), line.text());
            }
            holders.put(line.seq(), UUID.fromString(holder));
        }
        assertEquals(given, next, "the lines about who joined");
        assertEquals(holder, installation.query("SELECT agent_id FROM conversation WHERE id = ?::uuid", chat.id()).get(0));
        return holders;
    }

    private static void assertStored(List<Line> lines, String author, Writer writer) {
        Map<String, Line> own = lines.stream().filter(line -> !line.clientId().isEmpty())
            .filter(line -> writer.accountOrNull() == null ? line.authorKind().equals(author) : line.authorId().equals(author))
            .collect(Collectors.toMap(Line::clientId, Function.identity()));
        assertEquals(writer.stored(), own.values().stream().collect(Collectors.toMap(Line::clientId, Line::text)),
            "what " + writer.name() + " wrote");
        writer.acknowledged().forEach((id, seq) -> assertEquals(seq, own.get(id).seq(), "the acknowledged number"));
        List<String> texts = lines.stream().map(Line::text).toList();
        assertTrue(writer.refused().stream().noneMatch(texts::contains), "a refused message is there");
    }

    private static void assertTold(Map<Integer, String> expected, Writer writer) {
        Await.until(writer.name() + " was told all", PATIENCE, () -> {
            assertEquals(List.of(), expected.keySet().stream().filter(seq -> !writer.told().containsKey(seq)).toList(), "not told");
            return true;
        });
        assertEquals(new TreeMap<>(expected), new TreeMap<>(writer.told()), "what " + writer.name() + " was told");
    }

    private static Map<Integer, String> only(Map<Integer, String> all, Function<Integer, Boolean> which) {
        return all.entrySet().stream().filter(entry -> which.apply(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SocketClient holder(Chat chat, List<Writer> agents) {
        String holder = installation.query("SELECT agent_id FROM conversation WHERE id = ?::uuid", chat.id()).get(0);
        return agents.stream().filter(agent -> agent.accountOrNull().toString().equals(holder)).findFirst().orElseThrow().socket();
    }

    private static Map<Integer, String> synced(Chat chat, SocketClient socket) {
        Map<Integer, String> all = new TreeMap<>();
        int lastSeq;
        do {
            JsonObject page = socket.send(frame("sync").add("conversationId", chat.id()).add("afterSeq", all.size())).await("messages");
            page.getJsonArray("messages").forEach(one -> all.put(one.asJsonObject().getInt("seq"), one.asJsonObject().getString("text")));
            lastSeq = page.getInt("lastSeq");
        } while (all.size() < lastSeq);
        return all;
    }

    private Chat chat() {
        installation.query("UPDATE account SET active = true WHERE user_name = ?", SECOND);
        Chat chat = Chat.begin(installation, "ana");
        open.addAll(List.of(chat.agent(), chat.visitor()));
        return chat;
    }

    private Writer writer(String userName, SocketClient inbox) {
        return new Writer(userName, setup.account(userName), inbox, clock, random.nextLong());
    }

    private SocketClient inbox(String userName) {
        SocketClient inbox = People.hello(SocketClient.agent(installation, People.newCookie(installation, userName)));
        open.add(inbox);
        return inbox;
    }

    private SocketClient available(String userName) {
        SocketClient inbox = inbox(userName);
        People.setAvailable(inbox, true);
        return inbox;
    }

    /** A visitor ends the chat while it is taken: before, after, and at the same time. */
    @Test
    void takenWhileTheVisitorEnds() {
        Writer sam = writer("sam", inbox("sam"));
        for (int i = 0; i < ENDS; i++) {
            Chat chat = chat();
            Writer visitor = new Writer("visitor", null, chat.visitor(), clock, 0);
            JsonObjectBuilder take = act("chat.take").add("conversationId", chat.id());
            CompletableFuture<JsonObject> taken;
            if (i == 0) {
                visitor.ask(act("chat.end")).orTimeout(20, TimeUnit.SECONDS).join();
                taken = sam.ask(take);
            } else if (i == 1) {
                taken = sam.ask(take);
                taken.orTimeout(20, TimeUnit.SECONDS).join();
                visitor.ask(act("chat.end")).orTimeout(20, TimeUnit.SECONDS).join();
            } else {
                CompletableFuture<JsonObject> ended = soon(() -> visitor.ask(act("chat.end")));
                taken = soon(() -> sam.ask(take));
                ended.orTimeout(20, TimeUnit.SECONDS).join();
            }
            JsonObject answer = taken.orTimeout(20, TimeUnit.SECONDS).join();
            assertEnded(chat, sam, answer, i);
            chat.agent().close();
            chat.visitor().close();
        }
    }

    private void assertEnded(Chat chat, Writer sam, JsonObject answer, int round) {
        boolean taken = answer.getString("type").equals("conversation");
        assertTrue(taken || answer.getString("code").equals("CHAT_ENDED"), answer::toString);
        assertTrue(round > 1 || taken == (round == 1), "the one that was first came first");
        assertEquals(List.of("ENDED VISITOR " + (taken ? "sam" : "ana")), installation.query(
            "SELECT state || ' ' || end_reason || ' ' || user_name FROM conversation c JOIN account a ON a.id = agent_id "
                + "WHERE c.id = ?::uuid",
            chat.id()));
        assertEquals(taken ? 1 : 0, acts(chat).size());
        assertEquals(taken ? 1 : 0, lines(chat).size(), "the line about who joined");
        SocketClient told = taken ? sam.socket() : chat.agent();
        told.await("chat.ended", f -> f.getString("conversationId").equals(chat.id()));
        if (taken) {
            chat.agent().await("chat.moved");
        }
    }
}

package org.agentinbox.it.bench;

import static java.util.stream.IntStream.range;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;

/** Active chats over real sockets, in which visitors write and agents receive. */
final class BenchChats {

    private BenchChats() {}

    /**
     * @param lines collects the sockets, so that the caller can close them
     * @return a load that sends as visitors and measures the time until the agent has the message
     */
    static Load open(Installation installation, int agents, int conversations, List<Line> lines) throws Exception {
        return open(installation, agents, conversations, lines, (cookie, text) -> {});
    }

    /** The same; {@code others} is called with the agent's cookie and each frame that is neither a message nor an offer. */
    static Load open(Installation installation, int agents, int conversations, List<Line> lines, BiConsumer<String, String> others)
        throws Exception {
        List<Sender> senders = new ArrayList<>();
        Load load = new Load((text, number) -> senders.get(number % conversations).say(text));
        progress("signing in " + agents + " agents");
        Map<Integer, Line> inboxes = new ConcurrentHashMap<>();
        URI ws = URI.create("ws://" + installation.address().getAuthority() + "/inbox/ws/");
        List<String> names = BenchAgents.create(installation, agents);
        range(0, agents).forEach(i -> {
            String cookie = People.newCookie(installation, names.get(i));
            inboxes.put(i, Line.connect(ws.resolve("agent"), installation.origin(), cookie,
                text -> inboxFrame(text, () -> inboxes.get(i), load, other -> others.accept(cookie, other))));
        });
        inboxes.values().forEach(inbox -> {
            inbox.send("{\"type\":\"hello\"}");
            inbox.send("{\"type\":\"availability.set\",\"available\":true}");
        });
        lines.addAll(inboxes.values());
        Await.until("all agents are there", Duration.ofSeconds(30), () -> BenchAgents.reachable(installation) == agents);
        progress("connecting " + conversations + " visitors");
        for (int i = 0; i < conversations; i++) {
            senders.add(visitor(installation, ws, i));
        }
        senders.forEach(sender -> lines.add(sender.line()));
        return load;
    }

    /** A visitor in a chat, who sends the conversation's id with each message as the widget does. */
    private record Sender(Line line, String conversationId) {

        void say(String text) {
            line.send("{\"type\":\"message.send\",\"clientId\":\"" + UUID.randomUUID() + "\",\"conversationId\":\"" + conversationId
                + "\",\"text\":\"" + text + "\"}");
        }
    }

    private static Sender visitor(Installation installation, URI ws, int number) throws Exception {
        CompletableFuture<String> connected = new CompletableFuture<>();
        Line visitor = Line.connect(ws.resolve("visitor"), installation.origin(), null, text -> {
            if (text.contains("\"chat.connected\"")) {
                connected.complete(id(text, "conversationId"));
            }
        });
        visitor.send("{\"type\":\"hello\",\"locale\":\"en\"}");
        visitor.send("{\"type\":\"chat.request\",\"clientId\":\"" + UUID.randomUUID() + "\"}");
        try {
            return new Sender(visitor, connected.get(20, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            throw new AssertionError("Visitor " + number + " got no agent", e);
        }
    }

    static String id(String frame, String name) {
        int begin = frame.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return frame.substring(begin, begin + 36);
    }

    /** Accepts each offer, and measures the time of each message. */
    private static void inboxFrame(String text, Supplier<Line> inbox, Load load, Consumer<String> other) {
        if (text.startsWith("{\"type\":\"message\"")) {
            load.arrived(text);
        } else if (text.startsWith("{\"type\":\"offer\"")) {
            inbox.get().send("{\"type\":\"offer.accept\",\"offerId\":\"" + id(text, "offerId") + "\"}");
        } else {
            other.accept(text);
        }
    }

    private static void progress(String what) {
        System.out.println("  … " + what);
    }
}

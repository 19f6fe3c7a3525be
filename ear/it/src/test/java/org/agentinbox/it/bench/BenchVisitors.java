package org.agentinbox.it.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;

/** Visitors with an open socket, each of whom can ask for a chat, be told, and leave again. */
final class BenchVisitors {

    private final Installation installation;
    private final List<Visitor> all;

    private BenchVisitors(Installation installation, List<Visitor> all) {
        this.installation = installation;
        this.all = all;
    }

    /** Someone on a page. */
    private static final class Visitor {

        private Line line;
        private final CompletableFuture<Void> identified = new CompletableFuture<>();
        private volatile CompletableFuture<String> answer = new CompletableFuture<>();

        private void heard(String text) {
            if (text.startsWith("{\"type\":\"identified\"")) {
                identified.complete(null);
            } else if (text.startsWith("{\"type\":\"chat.requested\"")) {
                answer.complete(BenchChats.id(text, "conversationId"));
            } else if (text.startsWith("{\"type\":\"error\"")) {
                answer.completeExceptionally(new AssertionError(text));
            }
        }
    }

    static BenchVisitors open(Installation installation, int count) {
        URI ws = URI.create("ws://" + installation.address().getAuthority() + "/inbox/ws/visitor");
        List<Visitor> all = IntStream.range(0, count).mapToObj(i -> {
            Visitor visitor = new Visitor();
            visitor.line = Line.connect(ws, installation.origin(), null, visitor::heard);
            visitor.line
                .send("{\"type\":\"hello\",\"locale\":\"en-US\",\"timeZone\":\"Europe/Berlin\",\"page\":\"https://www.customer.example/"
                    + i + "\"}");
            visitor.line.send("{\"type\":\"identify\",\"name\":\"Visitor " + i + "\",\"email\":\"" + RoutingWorld.email(i)
                + "\",\"company\":\"" + RoutingWorld.company(i) + "\"}");
            return visitor;
        }).toList();
        all.forEach(visitor -> visitor.identified.orTimeout(1, TimeUnit.MINUTES).join());
        return new BenchVisitors(installation, all);
    }

    int count() {
        return all.size();
    }

    /** A visitor asks for a chat. The result is the conversation, once the visitor was told that the request is stored. */
    CompletableFuture<String> ask(int number, String entry) {
        Visitor visitor = all.get(number);
        visitor.answer = new CompletableFuture<>();
        visitor.line.send("{\"type\":\"chat.request\",\"clientId\":\"" + UUID.randomUUID() + "\",\"entry\":\"" + entry + "\"}");
        return visitor.answer;
    }

    /** All leave their chats. */
    void leave() {
        all.forEach(visitor -> visitor.line.send("{\"type\":\"chat.end\",\"clientId\":\"" + UUID.randomUUID() + "\"}"));
        Await.until("all of them have left", Duration.ofMinutes(2), () -> installation.query("SELECT 1 FROM conversation c "
            + "JOIN chat_request r ON r.conversation_id = c.id JOIN visitor v ON v.id = c.visitor_id "
            + "WHERE c.state IN ('WAITING', 'ACTIVE') "
            + "AND v.name LIKE 'Visitor %' LIMIT 1").isEmpty());
        all.forEach(visitor -> visitor.line.ping());
    }

    void close() {
        all.forEach(visitor -> visitor.line.close());
    }
}

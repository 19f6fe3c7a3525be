package org.agentinbox.it.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures what it costs the server that open inboxes ask for the summary again, rendered, whenever it may have changed: the processor's
 * time for a message, in alternating rounds with inboxes that ask for nothing. Each agent has one chat, and has it open. The clients follow
 * the rules of {@code inbox/details.js}: once for a burst, and once a second at most.
 */
@Tag("bench")
class OpenInboxesBenchIT {

    private static final int INBOXES = 100;
    private static final int PER_SECOND = 200;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final int WARM_UP = 120;
    private static final long BURST_MILLIS = 150;
    private static final long REST_MILLIS = 1_000;
    private static final String NONCE = Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Line> lines = new ArrayList<>();
    /** The conversation that each inbox has open, by its cookie. */
    private final Map<String, String> open = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean asking;

    @Test
    void openInboxesAskForTheirSummaries() throws Exception {
        try (Installation installation = Installation.start("open-inboxes",
            Map.of("agentinbox.demo", "true", "agentinbox.offer.timeout", "PT10M"))) {
            Load load = BenchChats.open(installation, INBOXES, INBOXES, lines, (cookie, text) -> heard(installation, cookie, text));
            round(installation, load, true, Duration.ofSeconds(15));
            warmUp(installation);
            round(installation, load, true, Duration.ofSeconds(15));
            CpuTimes frames = new CpuTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO);
            CpuTimes parts = frames;
            int asked = 0;
            for (int i = 0; i < ROUNDS; i++) {
                frames = frames.plus(round(installation, load, false, ROUND));
                int before = answers.get();
                parts = parts.plus(round(installation, load, true, ROUND));
                asked += answers.get() - before;
            }
            print(frames, parts, asked);
        } finally {
            lines.forEach(Line::close);
            timer.shutdownNow();
        }
    }

    /** The first requests take several times as long as later ones, until the server has compiled what they use. */
    private void warmUp(Installation installation) {
        for (int i = 0; i < WARM_UP; i++) {
            open.forEach((cookie, conversation) -> request(installation, cookie, conversation).join());
        }
    }

    private void heard(Installation installation, String cookie, String text) {
        if (asking && text.startsWith("{\"type\":\"summary\"") && waiting.add(cookie)) {
            String conversation = BenchChats.id(text, "conversationId");
            open.put(cookie, conversation);
            long due = askedAt.getOrDefault(cookie, 0L) + REST_MILLIS - System.nanoTime() / 1_000_000;
            timer.schedule(() -> ask(installation, cookie, conversation), Math.max(BURST_MILLIS, due), TimeUnit.MILLISECONDS);
        }
    }

    private void ask(Installation installation, String cookie, String conversation) {
        askedAt.put(cookie, System.nanoTime() / 1_000_000);
        request(installation, cookie, conversation).whenComplete((answer, failure) -> {
            waiting.remove(cookie);
            if (failure == null && answer.body().contains("data-conversation=\"" + conversation)) {
                answers.incrementAndGet();
            }
        });
    }

    private CompletableFuture<HttpResponse<String>> request(Installation installation, String cookie, String conversation) {
        return http.sendAsync(HttpRequest.newBuilder(installation.address().resolve("parts?c=" + conversation
            + "&jakarta.faces.partial.ajax=true&jakarta.faces.partial.render=summary-lines&primefaces.nonce=" + NONCE))
            .header("Cookie", cookie).header("Faces-Request", "partial/ajax").build(), HttpResponse.BodyHandlers.ofString());
    }

    private CpuTimes round(Installation installation, Load load, boolean with, Duration time) {
        asking = with;
        CpuTimes before = CpuTimes.of(installation);
        load.atRate(PER_SECOND, time);
        return CpuTimes.of(installation).since(before);
    }

    private static void print(CpuTimes frames, CpuTimes parts, int asked) {
        double messages = (double) ROUNDS * ROUND.toSeconds() * PER_SECOND;
        double more = (double) parts.server().plus(parts.database()).toNanos() / frames.server().plus(frames.database()).toNanos();
        System.out.printf("%n%d open inboxes, %d messages a second, %d rounds of %d s in turn%n"
            + "processor's time for a message, frames only: %s%nwith parts (%.1f a second): %s%nratio %.2f%n%n", INBOXES, PER_SECOND,
            ROUNDS, ROUND.toSeconds(), frames.each(messages), asked / (double) (ROUNDS * ROUND.toSeconds()), parts.each(messages), more);
    }
}

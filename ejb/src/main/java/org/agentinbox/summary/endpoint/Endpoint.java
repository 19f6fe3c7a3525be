package org.agentinbox.summary.endpoint;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.agentinbox.summary.builtin.PersonNames;
import org.agentinbox.platform.Settings;
import org.agentinbox.summary.api.SummariserException;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.TopicMatcher;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The endpoint of the settings, if there is one, and what it wrote of late. One question about a conversation at a time; what it wrote of
 * the
 * same messages is not asked for again.
 */
@ApplicationScoped
public class Endpoint {

    private static final int REMEMBERED = 2_000;
    private static final int LOCKS = 256;

    /** @param lastSeq the last message that it knows */
    private record Written(int lastSeq, Summary summary) {}

    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    private EndpointClient client;
    private final ReentrantLock[] locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);
    private final Map<UUID, Written> written = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Written> eldest) {
            return size() > REMEMBERED;
        }
    };

    @PostConstruct
    void start() {
        client = settings.summary().map(endpoint -> new EndpointClient(endpoint, clock)).orElse(null);
    }

    public boolean isConfigured() {
        return client != null;
    }

    /**
     * @param lastSeq of the last message
     * @return what it wrote of exactly the messages up to that, where this is remembered on this node
     */
    public Optional<Summary> remembered(UUID conversationId, int lastSeq) {
        if (client == null) {
            return Optional.empty();
        }
        synchronized (written) {
            return Optional.ofNullable(written.get(conversationId)).filter(w -> w.lastSeq() == lastSeq).map(Written::summary);
        }
    }

    /**
     * Not in a transaction: it waits for another machine.
     *
     * @return what it writes
     * @throws SummariserException where that is nothing
     */
    public Summary write(UUID conversationId, List<Turn> turns, TopicMatcher topics, PersonNames names) {
        ReentrantLock lock = locks[Math.floorMod(conversationId.hashCode(), LOCKS)];
        if (!isFree(lock)) {
            throw new SummariserException("it is being asked", true);
        }
        try {
            return remembered(conversationId, lastSeq(turns)).orElseGet(() -> ask(conversationId, turns, topics, names));
        } finally {
            lock.unlock();
        }
    }

    private boolean isFree(ReentrantLock lock) {
        try {
            return lock.tryLock(client.endpoint().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Summary ask(UUID conversationId, List<Turn> turns, TopicMatcher topics, PersonNames names) {
        Summary summary = new EndpointSummariser(client, topics, names).summarise(turns);
        synchronized (written) {
            written.put(conversationId, new Written(lastSeq(turns), summary));
        }
        return summary;
    }

    public static int lastSeq(List<Turn> turns) {
        return turns.isEmpty() ? 0 : turns.get(turns.size() - 1).seq();
    }
}

package org.agentinbox.summary;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.conversation.ChatConnected;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.securitylog.LoggedException;
import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.BuiltInSummariser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * The conversations of this node that wait for a new summary. Adding one takes a message's sender only the time of a map insert; a
 * conversation is queued at most once, however many messages come.
 */
@ApplicationScoped
class LiveSummaryQueue {

    private static final Logger LOG = Logger.getLogger(LiveSummaryQueue.class.getName());

    private static final int WARM_UP = 50;
    /**
     * How long to wait before a summary is made: the message is delivered first, and two messages in quick succession lead to one summary.
     */
    private static final long LET_PASS_MILLIS = 150;
    /** From this many waiting conversations on, the worker pauses longer between summaries. */
    private static final int CROWD = 50;
    /** The longest pause, in nanoseconds, while fewer conversations wait. */
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(250);

    /** The conversation's id and its agent's, the longest waiting first. */
    private final Map<UUID, UUID> waiting = new LinkedHashMap<>();
    private final Semaphore signals = new Semaphore(0);
    /** The conversation whose summary is being made; null for none. */
    private UUID making;

    @Inject
    private LiveSummaries live;
    @Inject
    private EndpointSummaries endpointSummaries;
    @Inject
    private Event<SummaryChanged> changed;
    @Inject
    private Clock clock;

    void message(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageStored stored) {
        if (stored.agentId() != null) {
            put(stored.message().conversationId(), stored.agentId());
        }
    }

    /** Summarises what the visitor wrote before an agent accepted. */
    void connected(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatConnected chat) {
        put(chat.conversation().id(), chat.conversation().agent().id());
    }

    private void put(UUID conversationId, UUID agentId) {
        synchronized (waiting) {
            waiting.putIfAbsent(conversationId, agentId);
        }
        signals.release();
    }

    /** @return whether a summary of the conversation will be made and told, though there may be one already */
    boolean isComing(UUID conversationId) {
        synchronized (waiting) {
            return conversationId.equals(making) || waiting.containsKey(conversationId);
        }
    }

    private Map.Entry<UUID, UUID> take() {
        synchronized (waiting) {
            Iterator<Map.Entry<UUID, UUID>> all = waiting.entrySet().iterator();
            making = null;
            if (!all.hasNext()) {
                return null;
            }
            Map.Entry<UUID, UUID> taken = Map.Entry.copyOf(all.next());
            all.remove();
            making = taken.getKey();
            return taken;
        }
    }

    /**
     * Makes the summaries that are queued, and waits for more. After each one it pauses three times as long as the summary took, at most
     * {@link #LONGEST_REST}, or nine times while many wait, so that chats have priority.
     */
    void work() throws InterruptedException {
        warmUp();
        Semaphore never = new Semaphore(0);
        while (!Thread.currentThread().isInterrupted()) {
            signals.acquire();
            never.tryAcquire(LET_PASS_MILLIS, TimeUnit.MILLISECONDS);
            signals.drainPermits();
            for (Map.Entry<UUID, UUID> next = take(); next != null; next = take()) {
                long began = System.nanoTime();
                make(next.getKey(), next.getValue());
                rest(never, System.nanoTime() - began);
            }
        }
    }

    private void rest(Semaphore never, long worked) throws InterruptedException {
        never.tryAcquire(isCrowd() ? 9 * worked : Math.min(LONGEST_REST, 3 * worked), TimeUnit.NANOSECONDS);
    }

    private boolean isCrowd() {
        synchronized (waiting) {
            return waiting.size() > CROWD;
        }
    }

    /** Loads the dictionaries before the first chat needs them, because loading takes longer than a summary may. */
    private static void warmUp() {
        Summariser summariser = new BuiltInSummariser();
        for (int i = 0; i < WARM_UP; i++) {
            summariser.summarise(List.of(new Turn(1, AuthorKind.VISITOR, "Could you tell me when my order arrives? 배송이 언제 되나요?", null),
                new Turn(2, AuthorKind.AGENT, "We will send it tomorrow. 내일 보내 드리겠습니다.", null)));
        }
    }

    private void make(UUID conversationId, UUID agentId) {
        try {
            Summary summary = live.make(conversationId);
            changed.fire(new SummaryChanged(agentId, SummaryView.of(conversationId, summary, clock.instant(), false)));
            if (summary.model() == null) {
                endpointSummaries.ask(conversationId);
            }
        } catch (Exception e) {
            // This also catches a failed commit (RollbackException is checked). The next message, or opening the conversation, has the
            // summary made again.
            LOG.log(Level.WARNING, "The summary of " + conversationId + " could not be made.", LoggedException.of(e));
        }
    }
}

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
 * The conversations of this node whose summaries wait to be made anew. A message costs its sender the time to write a name on a list;
 * however many messages come meanwhile, a conversation stands on it once.
 */
@ApplicationScoped
class LiveSummaryQueue {

    private static final Logger LOG = Logger.getLogger(LiveSummaryQueue.class.getName());

    private static final int WARM_UP = 50;
    /**
     * A summary is made when the message that asks for it is on its way to the people, not beside it; and of two messages in a row once.
     */
    private static final long LET_PASS_MILLIS = 150;
    /** So many waiting are more than a few agents' chats: the rest gets longer. */
    private static final int CROWD = 50;
    /** Where few wait, whoever writes while it rests waits for so long at most. */
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(250);

    /** By conversation, who has it; the one that waits longest first. */
    private final Map<UUID, UUID> waiting = new LinkedHashMap<>();
    private final Semaphore signals = new Semaphore(0);

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

    /** What the visitor wrote while they waited. */
    void connected(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatConnected chat) {
        put(chat.conversation().id(), chat.conversation().agent().id());
    }

    private void put(UUID conversationId, UUID agentId) {
        synchronized (waiting) {
            waiting.putIfAbsent(conversationId, agentId);
        }
        signals.release();
    }

    private Map.Entry<UUID, UUID> take() {
        synchronized (waiting) {
            Iterator<Map.Entry<UUID, UUID>> all = waiting.entrySet().iterator();
            if (!all.hasNext()) {
                return null;
            }
            Map.Entry<UUID, UUID> taken = Map.Entry.copyOf(all.next());
            all.remove();
            return taken;
        }
    }

    /**
     * Makes what waits, and waits for more. It rests three times as long as it works, within limits, in a crowd nine times: chats come
     * first.
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

    /** Dictionaries are read before the first chat needs them, which would take longer than a summary may. */
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
            // Also at the commit (RollbackException is checked). The next message, or the page that asks, brings it.
            LOG.log(Level.WARNING, "The summary of " + conversationId + " could not be made.", e);
        }
    }
}

package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.platform.deadline.Deadlines;
import org.agentinbox.platform.outbox.Outbox;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.endpoint.Endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Stores one final summary of each chat that ended. Deadlines do the work, so that the end of a chat does not wait for it and no chat is
 * left out. Doing it again changes nothing.
 */
@ApplicationScoped
public class FinalSummaries {

    static final String ENDED = "SUMMARY_ENDED";
    static final String MISSING = "SUMMARY_MISSING";
    private static final int TOGETHER = 20;
    /** Chats that ended longer ago are not sent to the endpoint. So the first start with an endpoint does not send the whole history. */
    private static final Duration RECENT = Duration.ofDays(7);
    private static final UUID NOTHING = new UUID(0, 0);

    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private SummaryWriter writer;
    @Inject
    private SummaryRepository repository;
    @Inject
    private Endpoint endpoint;
    @Inject
    private Outbox outbox;

    void ended(@Observes ChatEnded end) {
        if (end.agentId() != null) {
            deadlines.set(ENDED, end.conversationId(), clock.instant());
        }
    }

    /** Has the missing final summaries of ended chats made soon. Works in the caller's transaction. */
    public void expectMissing() {
        deadlines.set(MISSING, NOTHING, clock.instant());
    }

    /** Stores the built-in summary at once; the endpoint's summary replaces it later, outside of this transaction. */
    void keep(UUID conversationId, Instant now) {
        Summary summary = writer.write(conversationId);
        boolean kept = repository.keep(conversationId, summary, now);
        if (kept && endpoint.isConfigured() && summary.model() == null && repository.endedAfter(conversationId, now.minus(RECENT))) {
            outbox.put(FinalEndpointSummaries.KIND, conversationId.toString(), now.plus(FinalEndpointSummaries.PATIENCE));
        }
    }

    /**
     * Makes a limited number of missing summaries.
     *
     * @return whether more may be missing
     */
    boolean keepMissing(Instant now) {
        List<UUID> missing = repository.missing(TOGETHER);
        missing.forEach(id -> keep(id, now));
        return missing.size() == TOGETHER;
    }
}

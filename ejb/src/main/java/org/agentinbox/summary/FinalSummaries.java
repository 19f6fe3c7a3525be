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
 * Keeps one final summary of each chat that ended. Deadlines do the work, so that the end of a chat does not wait for it and none is
 * forgotten; whoever does it again changes nothing.
 */
@ApplicationScoped
public class FinalSummaries {

    static final String ENDED = "SUMMARY_ENDED";
    static final String MISSING = "SUMMARY_MISSING";
    private static final int TOGETHER = 20;
    /** What ended longer ago is history: a first start with an endpoint does not have it all read. */
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

    /** Chats that ended without one get theirs soon. Part of the caller's transaction. */
    public void expectMissing() {
        deadlines.set(MISSING, NOTHING, clock.instant());
    }

    /** The built-in one at once, so that there is one; the endpoint's takes its place soon, outside of any transaction. */
    void keep(UUID conversationId, Instant now) {
        Summary summary = writer.write(conversationId);
        boolean kept = repository.keep(conversationId, summary, now);
        if (kept && endpoint.isConfigured() && summary.model() == null && repository.endedAfter(conversationId, now.minus(RECENT))) {
            outbox.put(FinalEndpointSummaries.KIND, conversationId.toString(), now.plus(FinalEndpointSummaries.PATIENCE));
        }
    }

    /**
     * Makes some of those that are missing.
     *
     * @return whether more may be left
     */
    boolean keepMissing(Instant now) {
        List<UUID> missing = repository.missing(TOGETHER);
        missing.forEach(id -> keep(id, now));
        return missing.size() == TOGETHER;
    }
}

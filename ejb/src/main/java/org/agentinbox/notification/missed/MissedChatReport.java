package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.routing.OfferState;
import org.agentinbox.visitor.VisitorView;

/**
 * The contents of the email about a missed chat.
 *
 * @param firstWords what the visitor wrote first, or null
 * @param visitorLeft whether the visitor ended it
 * @param offers to whom it was offered, in order
 * @param skipped where no agent could be asked in the end, how many agents were skipped by reason; else empty
 */
record MissedChatReport(UUID conversationId, Instant requestedAt, VisitorView visitor, String firstWords, boolean visitorLeft,
    List<Offered> offers,
    Map<String, Integer> skipped) {

    /** An agent to whom it was offered, and the state of that offer. */
    record Offered(UUID agentId, String name, OfferState state) {

        /** Whether the agent had the chance to accept it. */
        boolean hadTheChoice() {
            return state != OfferState.PASSED_ON;
        }
    }

    /** Whether no agent could be asked. */
    boolean foundNobody() {
        return !visitorLeft && offers.stream().allMatch(o -> o.state() == OfferState.PASSED_ON);
    }
}

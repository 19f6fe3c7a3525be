package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.routing.OfferState;
import org.agentinbox.visitor.VisitorView;

/**
 * What there is to say of a chat that nobody took.
 *
 * @param firstWords what the visitor wrote first, or null
 * @param visitorLeft whether the visitor ended it
 * @param offers to whom it was offered, in order
 * @param skipped where nobody was found in the end: how many agents, by why each was passed over; else empty
 */
record MissedChatReport(UUID conversationId, Instant requestedAt, VisitorView visitor, String firstWords, boolean visitorLeft,
    List<Offered> offers,
    Map<String, Integer> skipped) {

    /** To whom it was offered, and what became of that. */
    record Offered(UUID agentId, String name, OfferState state) {

        /** And did not take it. */
        boolean hadTheChoice() {
            return state != OfferState.PASSED_ON;
        }
    }

    /** Nobody could be asked any more. */
    boolean foundNobody() {
        return !visitorLeft && offers.stream().allMatch(o -> o.state() == OfferState.PASSED_ON);
    }
}

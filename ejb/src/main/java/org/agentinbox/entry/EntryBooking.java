package org.agentinbox.entry;

import java.util.UUID;

import org.agentinbox.platform.RefusedException;

/**
 * Whose calendar an entry offers where no agent takes a chat.
 *
 * @param agentId with {@link BookingOffer#AGENT} only, else null
 * @param teamId with {@link BookingOffer#TEAM} only, else null
 */
public record EntryBooking(BookingOffer offer, UUID agentId, UUID teamId) {

    /** No calendar. */
    public static final EntryBooking NONE = new EntryBooking(BookingOffer.NONE, null, null);

    /** @throws RefusedException of {@code bookingAgent} or {@code bookingTeam} where one is missing */
    public EntryBooking {
        offer = offer == null ? BookingOffer.NONE : offer;
        agentId = offer == BookingOffer.AGENT ? agentId : null;
        teamId = offer == BookingOffer.TEAM ? teamId : null;
        if (offer == BookingOffer.AGENT && agentId == null) {
            throw RefusedException.ofField("bookingAgent", "choose whose calendar is offered");
        }
        if (offer == BookingOffer.TEAM && teamId == null) {
            throw RefusedException.ofField("bookingTeam", "choose which team's calendars are offered");
        }
    }
}

package org.agentinbox.routing;

import java.util.UUID;

/**
 * An offer cannot be answered any more.
 *
 * @param reason anything but {@link OfferState#PENDING}
 */
public record OfferWithdrawn(UUID offerId, UUID agentId, OfferState reason) {}

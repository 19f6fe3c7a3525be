package org.agentinbox.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends an offer that was not answered in time. */
@ApplicationScoped
@DeadlineKind(OfferLapse.KIND)
class OfferLapse implements DeadlineHandler {

    static final String KIND = "OFFER_LAPSE";

    @Inject
    private Offers offers;

    @Override
    public Optional<Instant> due(UUID offerId, Instant now) {
        offers.lapse(offerId);
        return Optional.empty();
    }
}

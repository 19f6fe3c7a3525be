package org.agentinbox.web.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.routing.OfferView;

/**
 * An offer above the panes.
 *
 * @param line what the visitor or the colleague wrote, or that nothing was written
 * @param quiet whether nothing was written
 * @param left how much time is left, in words
 */
public record OfferBanner(String id, String title, String line, boolean quiet, String left, Instant expiresAt) {

    /** The banner that scripts copy and fill. */
    static final OfferBanner TEMPLATE = new OfferBanner("", "", "", false, "", null);

    static OfferBanner of(OfferView offer, InboxTexts texts, ReaderTimes times) {
        String who = Stream.of(Names.of(offer.visitor(), texts), offer.visitor().shown().get("company").value()).filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
        String title = switch (offer.kind()) {
            case REQUEST -> texts.text("offer.title", who);
            case TRANSFER -> texts.text("offer.transfer", offer.from().name(), who);
            case LOST -> texts.text("offer.lost", offer.from().name(), who);
        };
        String line = offer.note() != null ? texts.text("offer.note", offer.note())
            : offer.firstLine() != null ? "“" + offer.firstLine() + "”" : texts.text("offer.quiet");
        long seconds = Math.max(0, (Duration.between(times.now(), offer.expiresAt()).toMillis() + 999) / 1000);
        return new OfferBanner(offer.offerId().toString(), title, line, offer.note() == null && offer.firstLine() == null,
            seconds > 0 ? texts.text("offer.seconds", times.number(Math.toIntExact(seconds))) : texts.text("offer.over"),
            offer.expiresAt());
    }
}

package org.agentinbox.web.conversation;

import java.util.Locale;
import java.util.UUID;

import org.agentinbox.routing.Fallback;
import org.agentinbox.routing.FallbackService;
import org.agentinbox.web.platform.Bundles;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** What visitors are told whose chat nobody accepts, in their language. */
@ApplicationScoped
class FallbackText {

    @EJB
    private FallbackService fallbacks;

    /**
     * @param text of the entry, or the product's own
     * @param agentId with whom a meeting can be booked, or null
     * @param takesMessages whether a message may be left
     */
    record Told(String text, UUID agentId, boolean takesMessages) {}

    /** @param tagOrNull the visitor's language, BCP 47; English where it is not known */
    Told of(UUID conversationId, String tagOrNull) {
        return in(tagOrNull, fallbacks.of(conversationId));
    }

    static Told in(String tagOrNull, Fallback fallback) {
        Locale locale = tagOrNull == null ? Locale.ENGLISH : Locale.forLanguageTag(Locale.forLanguageTag(tagOrNull).getLanguage());
        String own = fallback.text().in(locale.getLanguage());
        return new Told(
            own != null ? own
                : Bundles.bundle("server", locale).getString(fallback.agentId() == null ? "chat.fallback" : "chat.fallback.meeting"),
            fallback.agentId(),
            fallback.takesMessages());
    }
}

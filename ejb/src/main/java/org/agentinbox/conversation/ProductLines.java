package org.agentinbox.conversation;

import java.text.MessageFormat;
import java.time.Clock;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What the product itself says in a conversation: messages like any other, in the visitor's language. Works in its caller's transaction. */
@ApplicationScoped
class ProductLines {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Visitors visitors;
    @Inject
    private Event<MessageStored> stored;

    /** Another agent is in the chat from now on. */
    void joined(Conversation locked, String name) {
        VisitorView visitor = visitors.views(Set.of(locked.visitorId())).get(locked.visitorId());
        append(locked, text("joined", visitor == null ? null : visitor.locale(), name));
    }

    static String text(String key, String languageTag, Object... values) {
        Locale locale = languageTag == null ? Locale.ENGLISH : Locale.forLanguageTag(languageTag);
        ResourceBundle texts = ResourceBundle.getBundle("org.agentinbox.conversation.lines", locale, ProductLines.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** Under the conversation's lock, as {@link MessageLog} does it: the number has no gap. */
    private void append(Conversation locked, String text) {
        UUID id = locked.id();
        int seq = ((Number) em.createNativeQuery("""
            INSERT INTO message (conversation_id, seq, kind, author_kind, text, at)
            SELECT :id, 1 + COALESCE(MAX(m.seq), 0), 'SYSTEM', 'SYSTEM', :text, :at FROM message m WHERE m.conversation_id = :id RETURNING seq
            """).setParameter("id", id).setParameter("text", text).setParameter("at", clock.instant()).getSingleResult()).intValue();
        stored.fire(new MessageStored(new MessageView(id, seq, null, MessageKind.SYSTEM, AuthorKind.SYSTEM, null, null, text, clock.instant()),
            locked.visitorId(), locked.agentId()));
    }
}

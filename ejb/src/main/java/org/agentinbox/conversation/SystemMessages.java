package org.agentinbox.conversation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

import org.agentinbox.platform.Locales;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Messages that the product itself writes, in the visitor's language. They are stored like any other message. Works in its caller's
 * transaction.
 */
@ApplicationScoped
class SystemMessages {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    private Visitors visitors;
    @Inject
    private ConversationCards cards;

    /** Tells the visitor that another agent has joined. */
    void joined(Conversation locked, String name) {
        tell(locked, "joined", name);
    }

    /** Tells the visitor that another agent has joined, because theirs lost the connection. */
    void tookOver(Conversation locked, String name, String lost) {
        tell(locked, "took-over", name, lost);
    }

    /** Tells both sides that somebody ended the chat who is not its agent. */
    void endedBy(Conversation locked, String name) {
        tell(locked, "ended-by", name);
    }

    private void tell(Conversation locked, String key, Object... names) {
        VisitorView visitor = visitors.views(Set.of(locked.visitorId())).get(locked.visitorId());
        cards.tell(locked, text(key, visitor == null ? null : visitor.locale(), names), null);
    }

    static String text(String key, String languageTag, Object... values) {
        Locale locale = Locales.spoken(languageTag);
        ResourceBundle texts = ResourceBundle.getBundle("org.agentinbox.conversation.lines", locale, SystemMessages.class.getClassLoader(),
            NO_FALLBACK);
        return new MessageFormat(texts.getString(key), locale).format(values);
    }
}

package org.agentinbox.web.conversation;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.conversation.MessageView;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.web.platform.Bundles;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Conversations as text files, with times in the visitor's zone where that is known. They contain no private notes, because a file may be
 * passed on to anybody.
 */
@ApplicationScoped
public class Transcripts {

    @EJB
    private AgentChats chats;

    /**
     * @param conversationId one that the caller may see
     * @param locale of the words around the messages
     * @return the text of the file
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public String of(UUID conversationId, Locale locale) {
        ResourceBundle texts = Bundles.bundle("server", locale);
        MessagePage<ConversationView> part = chats.sync(conversationId, 0);
        ConversationView conversation = part.chat();
        ZoneId zone = conversation.visitor().timeZone() == null ? ZoneId.of("UTC") : ZoneId.of(conversation.visitor().timeZone());
        String visitor = conversation.visitor().name() == null ? texts.getString("transcript.visitor") : conversation.visitor().name();
        String agent = conversation.agent() == null ? "-" : conversation.agent().name();
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).withZone(zone);
        StringBuilder text = new StringBuilder(MessageFormat.format(texts.getString("transcript.header"), visitor, agent,
            date.format(conversation.requestedAt()), zone.getId())).append("\n\n");
        // Reads page by page, because a chat may be long.
        while (!part.items().isEmpty()) {
            part.items().forEach(message -> line(text, message, visitor, texts, zone));
            part = chats.sync(conversationId, last(part.items()));
        }
        return text.toString();
    }

    private static int last(List<MessageView> items) {
        return items.get(items.size() - 1).seq();
    }

    private static void line(StringBuilder text, MessageView message, String visitor, ResourceBundle texts, ZoneId zone) {
        String who = message.author() == AuthorKind.VISITOR ? visitor
            : message.authorName() == null ? texts.getString("transcript.agent") : message.authorName();
        text.append('[').append(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone).format(message.at())).append("] ")
            .append(message.author() == AuthorKind.SYSTEM ? "" : who + ": ").append(message.text().replace("\n", "\n    ")).append('\n');
    }
}

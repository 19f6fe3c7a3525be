package org.agentinbox.web.inbox;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.append.AuthorKind;

/**
 * A row of the list of conversations.
 *
 * @param since when something happened last
 * @param unread in words, or null where everything is read
 * @param watched who watches it, in words, or null
 * @param with who has it, in words, where it is somebody else, else null
 */
public record ConversationRow(
    String id,
    String name,
    String initials,
    String hue,
    boolean active,
    boolean selected,
    Instant since,
    String ago,
    String exact,
    String preview,
    String count,
    String unread,
    String with,
    String watched) {

    private static final int PREVIEW = 160;

    /** The row that scripts copy and fill. */
    static final ConversationRow TEMPLATE = new ConversationRow("", "", "", "", true, false, null, "", "", "", null, null, null, null);

    static ConversationRow of(ConversationView c, UUID me, UUID selected, String watchedOrNull, InboxTexts texts,
        ReaderTimes times) {
        String name = Names.of(c.visitor(), texts);
        boolean mine = c.agent() == null || c.agent().id().equals(me);
        return new ConversationRow(c.id().toString(), name, Names.initials(name), Names.hue(c.id().toString()),
            c.state() == ConversationState.ACTIVE, c.id().equals(selected), c.listedAt(), times.ago(c.listedAt()),
            times.exact(c.listedAt()), preview(c, me, texts), c.unread() > 0 ? times.number(c.unread()) : null,
            c.unread() > 0 ? texts.plural("row.unread", c.unread(), times.number(c.unread())) : null,
            mine ? null : texts.text("row.agent", c.agent().name()), watchedOrNull);
    }

    private static String preview(ConversationView c, UUID me, InboxTexts texts) {
        if (c.preview() == null) {
            return texts.text("row.empty");
        }
        boolean own = c.preview().author() == AuthorKind.AGENT && me.equals(c.preview().authorId());
        return Names.begin(own ? texts.text("row.you", c.preview().text()) : c.preview().text(), PREVIEW);
    }
}

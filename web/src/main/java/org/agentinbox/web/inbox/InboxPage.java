package org.agentinbox.web.inbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Person;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.AgentNotes;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.supervision.SupervisionService;
import org.agentinbox.supervision.WatchView;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The inbox as its agent finds it: what is asked of the services is asked once for each page. */
@Named("inbox")
@RequestScoped
public class InboxPage {

    /** As many of the newest messages as the script begins with (core/log.js). */
    private static final int MESSAGES = 100;

    @EJB
    private AgentChats chats;
    @EJB
    private AgentNotes notes;
    @EJB
    private SupervisionService supervision;
    @Inject
    private AgentBar bar;
    @Inject
    private InboxSeed seed;
    @Inject
    private PageReader reader;

    private InboxTexts texts;
    private ReaderTimes times;
    private UUID me;
    private List<ConversationView> active;
    private List<WatchView> watches;
    private OpenConversation open;

    @PostConstruct
    void load() {
        texts = reader.texts();
        times = reader.times();
        me = reader.me();
        active = chats.active();
        watches = supervision.watched();
        open = reader.asked(this::opened).orElse(null);
    }

    private OpenConversation opened(UUID id) {
        ConversationView view = chats.view(id);
        MessagePage<ConversationView> messages = chats.sync(id, Math.max(0, view.lastSeq() - MESSAGES));
        return new OpenConversation(me, texts, times, messages, notes.sync(id, 0));
    }

    /** @return the open conversation, or null */
    public OpenConversation getOpen() {
        return open;
    }

    /** @return the caller's active conversations, newest activity first */
    public List<ConversationRow> getRows() {
        UUID selected = open == null ? null : open.getId();
        return active.stream().map(one -> ConversationRow.of(one, me, selected, watchedBy(one.id()), texts, times)).toList();
    }

    /** Who else watches a chat, in words; null where nobody does. */
    private String watchedBy(UUID conversationId) {
        String names = watches.stream().filter(watch -> watch.conversationId().equals(conversationId)).map(WatchView::watcher)
            .filter(person -> !person.id().equals(me)).map(Person::name).distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? null : texts.text("watch.by", names);
    }

    /** @return who watches the open conversation, in words, or null */
    public String getWatchedBy() {
        return open == null ? null : watchedBy(open.getId());
    }

    /** @return the row that scripts copy */
    public ConversationRow getRowTemplate() {
        return ConversationRow.TEMPLATE;
    }

    /** @return the message that scripts copy */
    public LogRow getMessageTemplate() {
        return LogRow.TEMPLATE;
    }

    /** @return the private note that scripts copy */
    public LogRow getNoteTemplate() {
        return LogRow.NOTE_TEMPLATE;
    }

    /** @return what stands where no conversation is listed */
    public String getEmptyText() {
        return texts.text(bar.isAvailable() ? "list.empty.available" : "list.empty.unavailable");
    }

    /** @return what stands where no conversation is open */
    public String getWelcomeTitle() {
        return texts.text(active.isEmpty() ? "welcome.first.title" : "welcome.title");
    }

    /** @return the same, further down */
    public String getWelcomeText() {
        return texts.text(active.isEmpty() ? "welcome.first.text" : "welcome.text");
    }

    /**
     * @return the element with what the page was rendered from, for its script. As text: PrimeFaces gathers script elements at the end of a
     *     page, and this one would lose its id
     */
    public String getSeed() {
        return "<script type=\"application/json\" id=\"inbox-seed\">" + seed.of(me, active, open) + "</script>";
    }
}

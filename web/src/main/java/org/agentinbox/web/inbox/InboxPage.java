package org.agentinbox.web.inbox;

import java.util.List;
import java.util.UUID;

import org.agentinbox.availability.AvailabilityService;
import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.AgentNotes;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.notification.missed.MissedChats;
import org.agentinbox.routing.OfferService;

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
    private static final int MOST_COUNTED = 99;

    @EJB
    private AgentChats chats;
    @EJB
    private AgentNotes notes;
    @EJB
    private AvailabilityService availabilities;
    @EJB
    private OfferService offers;
    @EJB
    private MissedChats missed;
    @Inject
    private InboxSeed seed;
    @Inject
    private PageReader reader;

    private InboxTexts texts;
    private ReaderTimes times;
    private UUID me;
    private List<ConversationView> active;
    private AvailabilityView availability;
    private OpenConversation open;

    @PostConstruct
    void load() {
        texts = reader.texts();
        times = reader.times();
        me = reader.me();
        active = chats.active();
        availability = availabilities.mine();
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
        return active.stream().map(one -> ConversationRow.of(one, me, selected, texts, times)).toList();
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

    /** @return what is offered to the caller now */
    public List<OfferBanner> getOffers() {
        return offers.pending().stream().map(offer -> OfferBanner.of(offer, texts, times)).toList();
    }

    /** @return the banner that scripts copy */
    public OfferBanner getOfferTemplate() {
        return OfferBanner.TEMPLATE;
    }

    /** @return whether chats come */
    public boolean isAvailable() {
        return availability.available();
    }

    /** @return what is in force, why, and until when */
    public String getAvailabilityText() {
        return AvailabilityText.of(availability, texts, times);
    }

    /** @return what stands where no conversation is listed */
    public String getEmptyText() {
        return texts.text(availability.available() ? "list.empty.available" : "list.empty.unavailable");
    }

    /** @return what stands where no conversation is open */
    public String getWelcomeTitle() {
        return texts.text(active.isEmpty() ? "welcome.first.title" : "welcome.title");
    }

    /** @return the same, further down */
    public String getWelcomeText() {
        return texts.text(active.isEmpty() ? "welcome.first.text" : "welcome.text");
    }

    /** @return how many chats the caller missed since they looked, short; null for none */
    public String getMissedCount() {
        int count = missed.unseen();
        return count == 0 ? null : count > MOST_COUNTED ? times.number(MOST_COUNTED) + "+" : times.number(count);
    }

    /**
     * @return the element with what the page was rendered from, for its script. As text: PrimeFaces gathers script elements at the end of a
     *     page, and this one would lose its id
     */
    public String getSeed() {
        return "<script type=\"application/json\" id=\"inbox-seed\">" + seed.of(me, active, open) + "</script>";
    }
}

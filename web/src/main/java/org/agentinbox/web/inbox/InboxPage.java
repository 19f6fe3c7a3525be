package org.agentinbox.web.inbox;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.agentinbox.activity.ActivityHistory;
import org.agentinbox.availability.AvailabilityService;
import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.AgentNotes;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.notification.missed.MissedChats;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.OfferService;
import org.agentinbox.summary.ConversationSummaries;
import org.agentinbox.web.account.CurrentUser;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** The inbox as its agent finds it: what is asked of the services is asked once for each page. */
@Named("inbox")
@RequestScoped
public class InboxPage {

    private static final String ZONE = "agentinbox-zone";
    private static final String FOLDED = "agentinbox-folded";
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
    @EJB
    private ActivityHistory history;
    @EJB
    private ConversationSummaries summaries;
    @Inject
    private InboxSeed seed;
    @Inject
    private CurrentUser user;
    @Inject
    private HttpServletRequest request;
    @Inject
    private Clock clock;

    private InboxTexts texts;
    private ReaderTimes times;
    private UUID me;
    private List<ConversationView> active;
    private AvailabilityView availability;
    private OpenConversation open;

    @PostConstruct
    void load() {
        texts = new InboxTexts(Locale.forLanguageTag(user.getLanguage()));
        times = new ReaderTimes(texts, zone(), clock.instant());
        me = UUID.fromString(user.getId());
        active = chats.active();
        availability = availabilities.mine();
        open = Ids.parse(request.getParameter("c")).flatMap(id -> ifAny(() -> opened(id))).orElse(null);
    }

    /** The zone of the browser, which its script keeps in a cookie: before it did so once, UTC. */
    private ZoneId zone() {
        return cookie(ZONE).flatMap(value -> {
            try {
                return Optional.of(ZoneId.of(value));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }).orElse(ZoneId.of("UTC"));
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)).findFirst().map(Cookie::getValue);
    }

    private static <T> Optional<T> ifAny(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (RefusedException e) {
            // It is gone, or somebody else's: the script says so.
            return Optional.empty();
        }
    }

    private OpenConversation opened(UUID id) {
        ConversationView view = chats.view(id);
        MessagePage<ConversationView> messages = chats.sync(id, Math.max(0, view.lastSeq() - MESSAGES));
        return new OpenConversation(me, texts, times, messages, notes.sync(id, 0), history.of(id, null), summaries.of(id));
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

    /**
     * @param panel id of a component
     * @return whether the person folded it in this browser, whose script keeps that in a cookie
     */
    public boolean isFolded(String panel) {
        return cookie(FOLDED).filter(value -> List.of(value.split("\\.")).contains(panel)).isPresent();
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

package org.agentinbox.web.inbox;

import java.util.List;
import java.util.UUID;

import org.agentinbox.availability.AvailabilityService;
import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.conversation.NoteMentions;
import org.agentinbox.notification.missed.MissedChats;
import org.agentinbox.routing.OfferService;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What an agent has on each page: the switch of their availability, chats offered to them, and the bell. */
@Named("agentBar")
@RequestScoped
public class AgentBar {

    private static final int MOST_COUNTED = 99;

    @EJB
    private AvailabilityService availabilities;
    @EJB
    private OfferService offers;
    @EJB
    private MissedChats missed;
    @EJB
    private NoteMentions mentions;
    @Inject
    private InboxSeed inboxSeed;
    @Inject
    private PageReader reader;

    private InboxTexts texts;
    private ReaderTimes times;
    private UUID me;
    private AvailabilityView availability;

    @PostConstruct
    void load() {
        texts = reader.texts();
        times = reader.times();
        me = reader.me();
        availability = availabilities.mine();
    }

    /** @return whether chats come */
    public boolean isAvailable() {
        return availability.available();
    }

    /** @return what is in force, why, and until when */
    public String getAvailabilityText() {
        return AvailabilityText.of(availability, texts, times);
    }

    /** @return what is offered to the caller now */
    public List<OfferBanner> getOffers() {
        return offers.pending().stream().map(offer -> OfferBanner.of(offer, texts, times)).toList();
    }

    /** @return the banner that scripts copy */
    public OfferBanner getOfferTemplate() {
        return OfferBanner.TEMPLATE;
    }

    /** @return how many chats the caller missed and notes mention them since they looked, short; null for none */
    public String getMissedCount() {
        int count = missed.unseen() + mentions.unseen();
        return count == 0 ? null : count > MOST_COUNTED ? times.number(MOST_COUNTED) + "+" : times.number(count);
    }

    /** @return the element with what a page other than the inbox begins with, for its script; as text, as {@link InboxPage#getSeed} is */
    public String getSeed() {
        return "<script type=\"application/json\" id=\"agent-seed\">" + inboxSeed.welcome(me) + "</script>";
    }
}

package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Directory;
import org.agentinbox.availability.AvailabilityService;
import org.agentinbox.availability.Presence;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.AgentNotes;
import org.agentinbox.meeting.CalendarService;
import org.agentinbox.notification.missed.MissedChats;
import org.agentinbox.routing.OfferService;
import org.agentinbox.routing.TransferService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What an agent's socket works with: one for all sockets, since the container injects into endpoints only. */
@ApplicationScoped
class AgentSocketServices {

    @EJB
    private AccountService accounts;
    @EJB
    private AvailabilityService availability;
    @EJB
    private Presence presence;
    @EJB
    private OfferService offers;
    @EJB
    private AgentChats chats;
    @EJB
    private AgentNotes notes;
    @EJB
    private TransferService transfers;
    @EJB
    private MissedChats missed;
    @EJB
    private CalendarService calendars;
    @Inject
    private Directory directory;
    @Inject
    private AgentSockets sockets;
    @Inject
    private SignInSockets signIns;
    @Inject
    private Clock clock;

    AccountService accounts() {
        return accounts;
    }

    AvailabilityService availability() {
        return availability;
    }

    Presence presence() {
        return presence;
    }

    OfferService offers() {
        return offers;
    }

    AgentChats chats() {
        return chats;
    }

    AgentNotes notes() {
        return notes;
    }

    TransferService transfers() {
        return transfers;
    }

    MissedChats missed() {
        return missed;
    }

    CalendarService calendars() {
        return calendars;
    }

    Directory directory() {
        return directory;
    }

    AgentSockets sockets() {
        return sockets;
    }

    SignInSockets signIns() {
        return signIns;
    }

    Clock clock() {
        return clock;
    }
}

package org.agentinbox.routing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.companyaccount.AccountOwner;
import org.agentinbox.companyaccount.CompanyAccounts;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryBooking;
import org.agentinbox.entry.EntryText;
import org.agentinbox.entry.EntryView;
import org.agentinbox.team.Teams;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What visitors get whose chat nobody takes. Works in its caller's transaction. */
@ApplicationScoped
class Fallbacks {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Entries entries;
    @Inject
    private Teams teams;
    @Inject
    private CompanyAccounts accounts;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Rotations rotations;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private Instance<BookableCalendars> calendars;
    @Inject
    private Event<ChatFellBack> fellBack;

    /** Gives a waiting chat up: its visitor gets the entry's fallback, with a calendar where the entry offers one. */
    void giveUp(ChatRequest request, EntryView entry) {
        request.fallBack(shared(request, entry).orElse(null));
        assignment.miss(request.conversationId());
        VisitorView visitor = visitors.view(request.conversationId());
        fellBack.fire(new ChatFellBack(request.conversationId(), visitor.id(), visitor.locale(), of(request, entry)));
    }

    private Optional<UUID> shared(ChatRequest request, EntryView entry) {
        EntryBooking booking = entry.is().booking();
        return switch (booking.offer()) {
            case NONE -> Optional.empty();
            case OWNER -> ownerOf(request).flatMap(owner -> share(request, List.of(owner)));
            case AGENT -> share(request, List.of(booking.agentId()));
            case TEAM -> ofTeam(request, booking.teamId());
        };
    }

    private Optional<UUID> ownerOf(ChatRequest request) {
        VisitorView visitor = visitors.view(request.conversationId());
        return accounts.ownerOf(visitor.shown().get("email").value(), visitor.shown().get("company").value()).map(AccountOwner::ownerId);
    }

    private Optional<UUID> ofTeam(ChatRequest request, UUID teamId) {
        String rotation = "MEETING:" + teamId;
        List<UUID> members = teams.find(teamId).map(team -> rotations.inTurn(rotation, team.members())).orElse(List.of());
        Optional<UUID> shared = share(request, members);
        shared.ifPresent(agent -> rotations.moveOn(rotation, agent));
        return shared;
    }

    private Optional<UUID> share(ChatRequest request, List<UUID> people) {
        return calendars.stream().map(all -> all.shareFirstFree(request.conversationId(), people)).flatMap(Optional::stream).findFirst();
    }

    /** What the visitor of a conversation gets, or got. */
    Fallback of(UUID conversationId) {
        ChatRequest request = em.find(ChatRequest.class, conversationId);
        EntryView entry = entries.used(request == null ? null : request.entryKey());
        return of(request, entry);
    }

    private static Fallback of(ChatRequest request, EntryView entry) {
        boolean offersMeeting = entry.is().booking() != EntryBooking.NONE;
        UUID agent = request == null ? null : request.fallbackAgentId();
        EntryText text = offersMeeting && agent == null && !entry.is().content().text(EntryText.MEETING_FALLBACK).isEmpty()
            ? EntryText.MEETING_FALLBACK : EntryText.FALLBACK;
        return new Fallback(entry.is().content().text(text), agent, entry.is().takesMessages());
    }
}

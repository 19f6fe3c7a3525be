package org.agentinbox.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.conversation.ConversationCards;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.routing.BookableCalendars;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts the booking card of the first calendar with a free slot into the conversation of a visitor whose chat nobody takes. */
@ApplicationScoped
class FallbackCalendars implements BookableCalendars {

    @Inject
    private Calendars calendars;
    @Inject
    private CalendarShares shares;
    @Inject
    private Directory directory;
    @Inject
    private ConversationCards cards;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private MeetingTexts texts;

    @Override
    public Optional<UUID> shareFirstFree(UUID conversationId, List<UUID> people) {
        List<UUID> open = calendars.open();
        Optional<UUID> free = people.stream().filter(open::contains)
            .filter(person -> calendars.nextFree(calendars.get(person)).isPresent()).findFirst();
        free.ifPresent(person -> share(conversationId, person));
        return free;
    }

    private void share(UUID conversationId, UUID person) {
        AgentCalendar calendar = calendars.get(person);
        SharedCalendar shared = new SharedCalendar(directory.person(person),
            calendar.settings(calendars.zone(calendar)).lengthMinutes(), null);
        VisitorView visitor = visitors.view(conversationId);
        cards.offer(conversationId, person, texts.shared(shared, visitor == null ? null : visitor.locale()), MeetingCards.booking(shared));
        shares.add(conversationId, person);
    }
}

package org.agentinbox.meeting;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.availability.AgentZones;
import org.agentinbox.conversation.ConversationCards;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.Receipt;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.visitor.VisitorView;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The caller's own calendar settings, and sharing anybody's calendar in a chat. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME})
public class CalendarService {

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Calendars calendars;
    @Inject
    private Directory directory;
    @Inject
    private AgentZones zones;
    @Inject
    private ConversationCards cards;
    @Inject
    private ConversationVisitors conversationVisitors;
    @Inject
    private CalendarShares shares;
    @Inject
    private MeetingTexts texts;
    @Inject
    private Audit audit;

    /** @return the caller's settings; without hours where they never set any */
    public CalendarSettings mine() {
        AgentCalendar calendar = em.find(AgentCalendar.class, me());
        AgentCalendar shown = calendar == null ? new AgentCalendar(me()) : calendar;
        return shown.settings(calendars.zone(shown));
    }

    /** @return whether the caller's zone is that of their live-chat hours, so that it is set there and not here */
    public boolean zoneIsOfLiveChats() {
        return zones.of(me()).isPresent();
    }

    /**
     * Stores the caller's settings. Meetings that are booked already stay as they are.
     *
     * @param settings the new ones; the zone is ignored where {@link #zoneIsOfLiveChats} holds
     * @return what is stored
     * @throws RefusedException {@link Refusal#INVALID_FIELD}
     */
    public CalendarSettings save(CalendarSettings settings) {
        CalendarSettings checked = settings.checked();
        calendars.lock(me());
        AgentCalendar calendar = em.find(AgentCalendar.class, me());
        if (calendar == null) {
            calendar = new AgentCalendar(me());
            em.persist(calendar);
        }
        CalendarSettings before = calendar.settings(calendars.zone(calendar));
        calendar.set(checked);
        em.flush();
        CalendarSettings after = calendar.settings(calendars.zone(calendar));
        audit.record(AuditRecord.of(AuditAct.CALENDAR_SETTINGS_CHANGED)
            .about(AuditSubject.ACCOUNT, me(), directory.person(me()).name()).changed(before, after));
        return after;
    }

    /** @return the calendars that can be shared, the caller's own first, then by name */
    @RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
    public List<SharedCalendar> shareable() {
        UUID me = me();
        return calendars.open().stream().map(this::shared).sorted(Comparator.comparing(c -> !c.agent().id().equals(me))).toList();
    }

    /** @return whose calendar an entry can offer: everybody who can be met, by name */
    @RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public List<Person> bookable() {
        return calendars.open().stream().map(directory::person).toList();
    }

    private SharedCalendar shared(UUID agentId) {
        AgentCalendar calendar = calendars.get(agentId);
        return new SharedCalendar(directory.person(agentId), (int) calendar.rules(calendars.zone(calendar)).length().toMinutes(),
            calendars.nextFree(calendar).orElse(null));
    }

    /**
     * Puts a booking card into a chat of the caller. On return the message is on disk, and the visitor may book.
     *
     * @param conversationId an active chat of the caller
     * @param agentId whose calendar
     * @param clientId names the act: the same one again gets the first one's receipt
     * @return the receipt of the message
     * @throws RefusedException as for a message that the caller writes, and {@link Refusal#NOT_FOUND} where there is no such calendar
     */
    @RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
    public Receipt share(UUID conversationId, UUID agentId, UUID clientId) {
        AgentCalendar calendar = calendars.get(agentId);
        SharedCalendar shared = new SharedCalendar(directory.person(agentId), calendar.settings(calendars.zone(calendar)).lengthMinutes(),
            null);
        VisitorView visitor = conversationVisitors.view(conversationId);
        Receipt receipt = cards.share(conversationId, me(), context.isCallerInRole(SALES_ADMIN_NAME), clientId,
            texts.shared(shared, visitor == null ? null : visitor.locale()),
            MeetingCards.booking(shared));
        shares.add(conversationId, agentId);
        return receipt;
    }

    private UUID me() {
        return Caller.account(context);
    }
}

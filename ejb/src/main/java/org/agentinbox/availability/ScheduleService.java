package org.agentinbox.availability;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.dayoff.StoredDaysOff;
import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayPlan;
import org.agentinbox.hours.Schedule;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The hours of the week: the caller's own, or for a sales admin anybody's. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class ScheduleService {

    private static final int MOST_DAYS = 14;
    private static final Duration TODAY_AT_MOST = Duration.ofDays(2);

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private StoredDaysOff daysOff;
    @Inject
    private Directory directory;
    @Inject
    private AvailabilityPublisher publisher;
    @Inject
    private Audit audit;

    /**
     * @return the caller's hours
     * @throws RefusedException {@link Refusal#NOT_FOUND} where the caller takes no chats
     */
    public ScheduleView mine() {
        return of(Caller.account(context));
    }

    /**
     * @param agentId the caller, or anybody where the caller is a sales admin
     * @return the agent's hours
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} for somebody else's; {@link Refusal#NOT_FOUND} where there is no such
     *     agent
     */
    public ScheduleView of(UUID agentId) {
        return view(agent(agentId, LockModeType.NONE));
    }

    /**
     * Sets the hours, from now on. An override goes on until the new hours end it; active chats go on in any case.
     *
     * @param agentId the caller, or anybody where the caller is a sales admin
     * @param zone the time zone of the blocks
     * @param blocks in any order
     * @return what is stored
     * @throws RefusedException as {@link #of}; {@link Refusal#INVALID_FIELD} of {@code zone} or {@code blocks[i]}, see
     * {@link Schedule#problems}
     */
    public ScheduleView save(UUID agentId, ZoneId zone, List<Block> blocks) {
        Schedule schedule = new Schedule(Schedule.zone(zone.getId()), blocks);
        Agent agent = agent(agentId, LockModeType.PESSIMISTIC_WRITE);
        ScheduleView before = view(agent);
        agent.work(schedule);
        publisher.tell(agent);
        ScheduleView after = view(agent);
        audit.record(AuditRecord.of(AuditAct.HOURS_CHANGED).about(AuditSubject.ACCOUNT, agentId, directory.person(agentId).name())
            .changed(before, after));
        return after;
    }

    /**
     * Computes the coming days of given hours, stored or not, with the stored days off.
     *
     * @param agentId whose days off, those of the site and of their teams among them; the caller, or anybody where the caller is a sales
     *     admin
     * @param zone the time zone of the blocks
     * @param blocks in any order
     * @param days how many, from today on; a number outside 1 to 14 is replaced by the nearest
     * @return one plan for each day; a date that the zone skips has none
     * @throws RefusedException as {@link #save}
     */
    public List<DayPlan> preview(UUID agentId, ZoneId zone, List<Block> blocks, int days) {
        Agent agent = agent(agentId, LockModeType.NONE);
        // From the day's begin on, wherever that is: what is over by now still belongs to today.
        Instant now = clock.instant();
        return new Schedule(zone, blocks, daysOff.of(agent.accountId(), now.minus(TODAY_AT_MOST)))
            .days(now, Math.max(1, Math.min(days, MOST_DAYS)));
    }

    private Agent agent(UUID id, LockModeType lock) {
        if (!id.equals(Caller.account(context)) && !context.isCallerInRole(SALES_ADMIN_NAME)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Only a sales admin may see or change somebody else's hours.");
        }
        return Optional.ofNullable(em.find(Agent.class, id, lock)).filter(Agent::takesChats)
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such agent."));
    }

    private ScheduleView view(Agent agent) {
        Schedule schedule = agent.week();
        return new ScheduleView(agent.accountId(), directory.person(agent.accountId()).name(), schedule.zone(), schedule.blocks());
    }
}

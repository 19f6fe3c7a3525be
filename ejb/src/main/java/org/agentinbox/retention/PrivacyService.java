package org.agentinbox.retention;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.securitylog.SecurityEvent;
import org.agentinbox.visitor.RecordChanged;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What is kept about visitors, for administrators of privacy: past purges and erasures, legal holds, export and erasure. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class PrivacyService {

    private static final int MOST_RUNS = 20;
    private static final int REASON_LENGTH = 500;
    /** A run without any sign of life for this long has lost its server. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    @Inject
    private RetentionDatabase database;
    @Inject
    private HistoryTables tables;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Directory people;
    @Inject
    private Event<RecordChanged> changed;
    @Inject
    private Audit audit;
    @Resource
    private SessionContext context;

    /** @return how long history is kept, and the last purges and erasures */
    public RetentionView overview() {
        return new RetentionView(settings.retention().getDays(), PurgeJob.cutoff(settings, clock.instant()), settings.batch().purgeAt(),
            settings.batch().zone(),
            database.with(session -> {
                List<RetentionRunView> runs = session.list(this::run,
                    "SELECT * FROM retention_run ORDER BY started_at DESC, id DESC LIMIT " + MOST_RUNS);
                PurgeRunRepository record = new PurgeRunRepository(session);
                for (RetentionRunView run : runs) {
                    run.removed().putAll(record.counts(UUID.fromString(run.id())));
                }
                return runs;
            }));
    }

    private RetentionRunView run(ResultSet row) throws SQLException {
        boolean silent = "RUNNING".equals(row.getString("state"))
            && JdbcSession.instant(row, "active_at").isBefore(clock.instant().minus(SILENCE));
        return new RetentionRunView(row.getString("id"), "ERASURE".equals(row.getString("kind")),
            row.getObject("job_execution", Long.class),
            row.getString("started_by"), JdbcSession.instant(row, "cutoff"), row.getBoolean("dry_run"),
            silent ? "INTERRUPTED" : row.getString("state"),
            JdbcSession.instant(row, "started_at"), JdbcSession.instant(row, "ended_at"), new TreeMap<>());
    }

    /**
     * Starts a run of the purge that only counts. Once it has begun it is among the runs.
     *
     * @return the number of the job's execution
     */
    public long dryRun() {
        Properties parameters = new Properties();
        parameters.setProperty(PurgeJob.DRY_RUN, "true");
        parameters.setProperty(PurgeJob.STARTED_BY, callerName());
        return BatchRuntime.getJobOperator().start(PurgeJob.NAME, parameters);
    }

    private String callerName() {
        return people.person(Caller.account(context)).name();
    }

    /**
     * @param text part of a name or an email address, or a whole id
     * @return the persons and visitors that match, at most 20 of each
     */
    public DataSubjectsFound find(String text) {
        String sought = TextRules.line("text", text, 320);
        return sought == null ? new DataSubjectsFound(List.of(), List.of())
            : database.with(session -> new DataSubjects(session).find(sought));
    }

    /**
     * Places a legal hold: nothing of a visitor is removed until it is lifted. A hold that is in force stays as it is.
     *
     * @param visitorId whose
     * @param reason why, for later reference; 1 to 500 characters
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID_FIELD}
     */
    public void hold(UUID visitorId, String reason) {
        String why = TextRules.line("reason", reason, REASON_LENGTH);
        if (why == null) {
            throw RefusedException.ofField("reason", "1 to " + REASON_LENGTH + " characters");
        }
        UUID by = Caller.account(context);
        Instant now = clock.instant();
        database.with(session -> {
            Deletion.waitForDeletions(session);
            new DataSubjects(session).visitor(visitorId);
            return session.update("INSERT INTO legal_hold (id, visitor_id, reason, placed_by, placed_at) VALUES (?, ?, ?, ?, ?) "
                + "ON CONFLICT (visitor_id) WHERE lifted_at IS NULL DO NOTHING", Ids.next(now), visitorId, why, by, now);
        });
        tell(AuditAct.HOLD_SET, "legal-hold-placed", AuditSubject.VISITOR, visitorId);
    }

    /**
     * Lifts the hold of a visitor; nothing happens where there is none.
     *
     * @param visitorId whose
     */
    public void lift(UUID visitorId) {
        UUID by = Caller.account(context);
        database
            .with(session -> session.update("UPDATE legal_hold SET lifted_by = ?, lifted_at = ? WHERE visitor_id = ? AND lifted_at IS NULL",
                by, clock.instant(), visitorId));
        tell(AuditAct.HOLD_LIFTED, "legal-hold-lifted", AuditSubject.VISITOR, visitorId);
    }

    /** No name and no reason: an erasure does not reach the audit trail. */
    private void tell(AuditAct act, String event, AuditSubject subject, UUID id) {
        audit.record(AuditRecord.of(act).about(subject, id, null).logged(SecurityEvent.of(event).by(Caller.account(context))
            .with(subject.name().toLowerCase(Locale.ROOT), id)));
    }

    /**
     * @param visitorId a visitor whom the site has not signed for
     * @return what that visitor's browser sent and what was made of it, as indented JSON; nothing of the record of an address that they
     * claim
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_ALLOWED} for one whom the site signed for
     */
    public String export(UUID visitorId) {
        return database.with(session -> {
            new DataSubjects(session).unverified(visitorId);
            tell(AuditAct.EXPORT, "export", AuditSubject.VISITOR, visitorId);
            return new VisitorExport(session, tables).ofVisitor(visitorId);
        });
    }

    /**
     * @param recordId a person whom the site or a CRM vouches for
     * @return the person's record, and what is held about all visitors for whom the site signed this person, as indented JSON; nothing of
     * visitors who only claim the address
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public String exportPerson(UUID recordId) {
        return database.with(session -> {
            new DataSubjects(session).person(recordId);
            tell(AuditAct.EXPORT, "export", AuditSubject.PERSON, recordId);
            return new VisitorExport(session, tables).ofPerson(recordId);
        });
    }

    /**
     * Removes all that is held about a visitor, for good. An email about them that is still in the outbox is not sent any more. What
     * mailboxes and the agents' own calendars already contain stays there, and so does the record of an address that they claim.
     *
     * @param visitorId a visitor whom the site has not signed for
     * @param confirmation {@link VisitorDataView#confirmation} of that visitor
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#LEGAL_HOLD}, {@link Refusal#CHAT_OPEN},
     * {@link Refusal#MEETING_BOOKED}, {@link Refusal#NOT_ALLOWED} for one whom the site signed for, {@link Refusal#INVALID_FIELD} for a
     * confirmation that names somebody else
     */
    public void erase(UUID visitorId, String confirmation) {
        String by = callerName();
        Instant now = clock.instant();
        database.with(session -> {
            check(confirmation, new DataSubjects(session).unverified(visitorId).confirmation());
            new PurgeRunRepository(session).erased(by, new VisitorErasure(session, tables, now).visitor(visitorId), now);
            tell(AuditAct.ERASURE, "erasure", AuditSubject.VISITOR, visitorId);
            return null;
        });
    }

    /**
     * Removes a person's record, and all that is held about the visitors for whom the site signed this person. Visitors who only claim the
     * address keep their own data, and nothing of the person is shown with them any more.
     *
     * @param recordId a person whom the site or a CRM vouches for
     * @param confirmation {@link PersonDataView#confirmation} of that person
     * @throws RefusedException as {@link #erase}; holds, chats and meetings count of the person's own visitors, not of those who only claim
     * the address
     */
    public void erasePerson(UUID recordId, String confirmation) {
        String by = callerName();
        Instant now = clock.instant();
        database.with(session -> {
            check(confirmation, new DataSubjects(session).person(recordId).confirmation());
            new PurgeRunRepository(session).erased(by, new VisitorErasure(session, tables, now).person(recordId), now);
            tell(AuditAct.ERASURE, "erasure", AuditSubject.PERSON, recordId);
            return null;
        });
        changed.fire(new RecordChanged(recordId, true));
    }

    private static void check(String confirmation, String expected) {
        if (confirmation == null || !expected.equalsIgnoreCase(confirmation.strip())) {
            throw RefusedException.ofField("confirmation", "what is shown beside it");
        }
    }
}

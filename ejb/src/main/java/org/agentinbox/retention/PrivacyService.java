package org.agentinbox.retention;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Texts;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What is kept about visitors, for those who answer for it: what went and when, holds, and what one visitor may ask for. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class PrivacyService {

    private static final int MOST_RUNS = 20;
    private static final int MOST_FOUND = 20;
    private static final int REASON_LENGTH = 500;
    /** A run that says nothing for so long has lost its server. */
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final String VISITOR = "SELECT v.id, v.name, v.email, v.seen_at, (SELECT count(*) FROM conversation c WHERE c.visitor_id = v.id) AS conversations, "
        + "EXISTS (SELECT FROM conversation c WHERE c.visitor_id = v.id AND c.ended_at IS NULL) AS open, h.reason, h.placed_at, p.display_name AS placed_by "
        + "FROM visitor v LEFT JOIN legal_hold h ON h.visitor_id = v.id AND h.lifted_at IS NULL LEFT JOIN account p ON p.id = h.placed_by ";

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
    @Resource
    private SessionContext context;

    /** @return what is kept, and the last purges and erasures */
    public RetentionView overview() {
        return new RetentionView(settings.retention().getDays(), PurgeJob.cutoff(settings, clock.instant()), settings.batch().purgeAt(), settings.batch().zone(),
            database.with(rows -> {
                List<RunView> runs = rows.list(this::run, "SELECT * FROM retention_run ORDER BY started_at DESC, id DESC LIMIT " + MOST_RUNS);
                RunRecord record = new RunRecord(rows);
                for (RunView run : runs) {
                    run.removed().putAll(record.counts(UUID.fromString(run.id())));
                }
                return runs;
            }));
    }

    private RunView run(ResultSet row) throws SQLException {
        boolean silent = "RUNNING".equals(row.getString("state")) && Rows.instant(row, "active_at").isBefore(clock.instant().minus(SILENCE));
        return new RunView(row.getString("id"), "ERASURE".equals(row.getString("kind")), row.getObject("job_execution", Long.class),
            row.getString("started_by"), Rows.instant(row, "cutoff"), row.getBoolean("dry_run"), silent ? "INTERRUPTED" : row.getString("state"),
            Rows.instant(row, "started_at"), Rows.instant(row, "ended_at"), new TreeMap<>());
    }

    /**
     * Starts a run of the purge that only counts. It is among the runs when it has begun.
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
     * @param text a part of a name or an email address, or the whole id
     * @return the visitors that it fits, those seen last first, at most 20
     */
    public List<VisitorHeld> find(String text) {
        String sought = Texts.line("text", text, 320);
        if (sought == null) {
            return List.of();
        }
        String part = "%" + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return database.with(rows -> rows.list(PrivacyService::visitor, VISITOR + "WHERE v.name ILIKE ? OR v.email ILIKE ? OR v.id::text = lower(?) "
            + "ORDER BY v.seen_at DESC, v.id LIMIT " + MOST_FOUND, part, part, sought));
    }

    private static VisitorHeld visitor(ResultSet row) throws SQLException {
        return new VisitorHeld(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"), Rows.instant(row, "seen_at"),
            row.getLong("conversations"), row.getBoolean("open"), row.getString("reason"), row.getString("placed_by"), Rows.instant(row, "placed_at"));
    }

    private static VisitorHeld visitor(Rows rows, UUID id) throws SQLException {
        return rows.list(PrivacyService::visitor, VISITOR + "WHERE v.id = ?", id).stream().findFirst()
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such visitor."));
    }

    /**
     * From now on nothing of a visitor goes, until the hold is lifted. One that is in force stays as it is.
     *
     * @param visitorId whose
     * @param reason why, for those who ask later; 1 to 500 characters
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID_FIELD}
     */
    public void hold(UUID visitorId, String reason) {
        String why = Texts.line("reason", reason, REASON_LENGTH);
        if (why == null) {
            throw RefusedException.ofField("reason", "1 to " + REASON_LENGTH + " characters");
        }
        UUID by = Caller.account(context);
        Instant now = clock.instant();
        database.with(rows -> {
            Deletion.waitForDeletions(rows);
            visitor(rows, visitorId);
            return rows.update("INSERT INTO legal_hold (id, visitor_id, reason, placed_by, placed_at) VALUES (?, ?, ?, ?, ?) "
                + "ON CONFLICT (visitor_id) WHERE lifted_at IS NULL DO NOTHING", Ids.next(now), visitorId, why, by, now);
        });
    }

    /**
     * Lifts the hold of a visitor; without one, nothing happens.
     *
     * @param visitorId whose
     */
    public void lift(UUID visitorId) {
        UUID by = Caller.account(context);
        database.with(rows -> rows.update("UPDATE legal_hold SET lifted_by = ?, lifted_at = ? WHERE visitor_id = ? AND lifted_at IS NULL",
            by, clock.instant(), visitorId));
    }

    /**
     * @param visitorId whose
     * @return all that is held about them, as JSON to be read
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public String export(UUID visitorId) {
        String json = database.with(rows -> new VisitorExport(rows, tables).of(visitorId));
        if (json == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such visitor.");
        }
        return json;
    }

    /**
     * Removes all that is held about a visitor, for good; an email about them that waits for its mail server is not sent any more. What is in
     * mailboxes and in the agents' own calendars by then stays there.
     *
     * @param visitorId whose
     * @param confirmation {@link VisitorHeld#confirmation} of that visitor
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#LEGAL_HOLD}, {@link Refusal#CHAT_OPEN},
     *     {@link Refusal#MEETING_BOOKED}, {@link Refusal#INVALID_FIELD} for a confirmation that names somebody else
     */
    public void erase(UUID visitorId, String confirmation) {
        String by = callerName();
        database.with(rows -> {
            if (!visitor(rows, visitorId).confirmation().equals(confirmation == null ? null : confirmation.strip())) {
                throw RefusedException.ofField("confirmation", "what the visitor is known by");
            }
            new RunRecord(rows).erased(by, new VisitorErasure(rows, tables).erase(visitorId, clock.instant()), clock.instant());
            return null;
        });
    }
}

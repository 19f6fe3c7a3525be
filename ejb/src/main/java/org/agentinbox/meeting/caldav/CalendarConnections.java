package org.agentinbox.meeting.caldav;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.SecretBox;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.deadline.Deadlines;
import org.agentinbox.platform.outbox.Outbox;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The caller's own connected calendar. Nothing here waits for its server: what comes of it is in {@link #mine}, soon after. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME})
public class CalendarConnections {

    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_USER = 200;
    private static final int LONGEST_PASSWORD = 500;

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Outbox outbox;
    @Inject
    private Deadlines deadlines;
    @Inject
    private ConnectionStore store;
    @Inject
    private Directory directory;
    @Inject
    private Audit audit;

    /** @return whether this installation can keep passwords, see {@code agentinbox.secret-key} */
    public boolean isPossible() {
        return settings.secrets().isPresent();
    }

    /** @return the caller's connection; empty where there is none */
    public Optional<ConnectionView> mine() {
        return Optional.ofNullable(em.find(CalendarConnection.class, me())).map(connection -> connection.view(latestNotice()));
    }

    private String latestNotice() {
        return em
            .createQuery("SELECT e.notice FROM CalendarEvent e WHERE e.accountId = :me AND e.notice IS NOT NULL ORDER BY e.noticedAt DESC",
                String.class)
            .setParameter("me", me()).setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    /**
     * Connects, in place of what was connected before, and begins to look for calendars.
     *
     * @param address of the server, or of a calendar there; https where none is said
     * @param userName the caller's there
     * @param password the caller's there; never told again
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of one of these, {@link Refusal#NOT_ALLOWED} where this is not possible here
     */
    public void connect(String address, String userName, String password) {
        SecretBox secrets = settings.secrets()
            .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED, "agentinbox.secret-key is not set."));
        String where = address(address);
        String user = TextRules.line("user", userName, LONGEST_USER);
        if (user == null || user.indexOf(':') >= 0) {
            throw RefusedException.ofField("user", "a user name");
        }
        if (password == null || password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw RefusedException.ofField("password", "1 to " + LONGEST_PASSWORD + " characters");
        }
        forget();
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        em.persist(new CalendarConnection(me(), id, where, user, secrets.seal(password, ConnectionStore.place(id))));
        em.flush();
        CalDavSync.queue(outbox, id, now);
        deadlines.set(CalDavPoll.KIND, id, now.plus(settings.caldavPoll()));
        record(AuditAct.CALENDAR_CONNECTED);
    }

    /** Tells neither where the calendar is nor as whom: both are its owner's own. */
    private void record(AuditAct act) {
        audit.record(AuditRecord.of(act).about(AuditSubject.ACCOUNT, me(), directory.person(me()).name()));
    }

    private static String address(String typed) {
        String text = TextRules.line("address", typed, LONGEST_ADDRESS);
        String address = text == null || text.contains("://") ? String.valueOf(text) : "https://" + text;
        try {
            URI uri = URI.create(address).parseServerAuthority();
            if (uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getRawQuery() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri.getRawPath().isEmpty() ? address + "/" : address;
            }
        } catch (IllegalArgumentException | java.net.URISyntaxException e) {
            // said below
        }
        throw RefusedException.ofField("address", "an address such as https://calendar.example.com/");
    }

    /**
     * Chooses the calendar that counts. All meetings ahead are written into it.
     *
     * @param url of one that was found
     * @throws RefusedException {@link Refusal#NOT_FOUND} where it was not
     */
    public void choose(String url) {
        CalendarConnection connection = em.find(CalendarConnection.class, me(), LockModeType.PESSIMISTIC_WRITE);
        if (connection == null || !connection.choose(url)) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such calendar.");
        }
        store.writeAll(connection);
    }

    /** Has the server asked once more, now. */
    public void tryAgain() {
        mineRow().ifPresent(connection -> CalDavSync.queue(outbox, connection.id(), clock.instant()));
    }

    private Optional<CalendarConnection> mineRow() {
        return Optional.ofNullable(em.find(CalendarConnection.class, me()));
    }

    /** Forgets the connection, its password and its busy times. What was written there stays there. */
    public void disconnect() {
        if (forget()) {
            record(AuditAct.CALENDAR_DISCONNECTED);
        }
    }

    /** @return whether there was a connection */
    private boolean forget() {
        Optional<CalendarConnection> connection = mineRow();
        connection.ifPresent(em::remove);
        em.flush();
        return connection.isPresent();
    }

    private UUID me() {
        return Caller.account(context);
    }
}

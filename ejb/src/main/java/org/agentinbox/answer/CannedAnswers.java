package org.agentinbox.answer;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.list.ImportReport;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListImport;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The canned answers of the caller: their own, which they manage, and the shared ones, which sales admins manage. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class CannedAnswers {

    /** Limits, so that an inbox can load all answers at once. */
    static final int MOST_SHARED = 500;
    static final int MOST_PERSONAL = 200;
    /** Lets one writer in at a time, because each counts and compares before it writes, and writers are rare. Readers do not wait. */
    static final String LOCK = "LOCK TABLE canned_answer IN SHARE ROW EXCLUSIVE MODE";

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Audit audit;

    /** @return the caller's own and the shared ones, by shortcut; of the same shortcut the caller's own first */
    public List<AnswerView> mine() {
        return entities().stream().map(CannedAnswer::view).toList();
    }

    /**
     * @param shortcut 1 to 40 letters, digits, {@code -} and {@code _}; stored in lower case
     * @param text 1 to 4,000 characters
     * @param shared whether all agents get it; only for sales admins
     * @return what is stored
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code shortcut}, of {@code text} for an unknown placeholder, of
     * {@code shared} where the limit is reached; {@link Refusal#NAME_TAKEN}; {@link Refusal#NOT_ALLOWED} for a shared one
     */
    public AnswerView add(String shortcut, String text, boolean shared) {
        requireRight(shared);
        lock();
        requireRoom(shared);
        CannedAnswer answer = new CannedAnswer(Ids.next(clock.instant()), owner(shared), shortcut, text, clock.instant());
        requireFree(answer.id(), key(answer));
        em.persist(answer);
        record(AuditAct.ANSWER_CREATED, null, answer.view());
        return answer.view();
    }

    /**
     * Changes an answer; where {@code shared} changes, it becomes shared or the caller's own.
     *
     * @param id of a personal one of the caller's, or of a shared one where the caller is a sales admin
     * @param version that the caller has read; null: whatever it is now
     * @return what is stored
     * @throws RefusedException as {@link #add}; {@link Refusal#NOT_FOUND}, also for somebody else's personal one;
     *     {@link Refusal#CHANGED_MEANWHILE}
     */
    public AnswerView change(UUID id, Integer version, String shortcut, String text, boolean shared) {
        requireRight(shared);
        lock();
        CannedAnswer answer = find(id);
        if (version != null) {
            answer.requireVersion(version);
        }
        if (answer.isShared() != shared) {
            requireRoom(shared);
        }
        requireFree(id, new AnswerFile.Key(CannedAnswer.shortcut(shortcut), shared));
        AnswerView before = answer.view();
        answer.write(owner(shared), shortcut, text, clock.instant());
        em.flush();
        record(AuditAct.ANSWER_CHANGED, before, answer.view());
        return answer.view();
    }

    /**
     * @param id as of {@link #change}
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_ALLOWED}
     */
    public void remove(UUID id) {
        CannedAnswer answer = find(id);
        record(AuditAct.ANSWER_REMOVED, answer.view(), null);
        em.remove(answer);
    }

    /** @return the answers of {@link #mine} as a file that {@link #importFile} accepts; that it was taken is recorded */
    public byte[] exportFile() {
        audit.record(AuditRecord.of(AuditAct.EXPORT).about(AuditSubject.ANSWER, null, null));
        return AnswerFile.write(mine());
    }

    /**
     * Adds the answers of a file; an answer whose shortcut exists already gets the file's text. Where anything in the file is wrong,
     * nothing is changed.
     *
     * @param file comma separated values, UTF-8, at most 1 MiB, the first line {@code shortcut,text,shared}
     * @return what was done, or what is wrong
     */
    public ImportReport importFile(byte[] file) {
        ListFile<AnswerFile.Row> answers = AnswerFile.read(file);
        lock();
        ListImport<AnswerFile.Row, CannedAnswer> list = new ListImport<>(answers, entities(), CannedAnswers::key);
        boolean admin = context.isCallerInRole(SALES_ADMIN_NAME);
        answers.rows().stream().filter(row -> row.shared() && !admin && !says(row, list.stored(row)))
            .forEach(row -> answers.problem(row.line(), AnswerFile.Wrong.NOT_ALLOWED));
        for (boolean shared : new boolean[]{true, false}) {
            list.limit(most(shared), row -> row.shared() == shared, answer -> answer.isShared() == shared);
        }
        ImportReport report = list.store(CannedAnswers::says,
            row -> em
                .persist(new CannedAnswer(Ids.next(clock.instant()), owner(row.shared()), row.shortcut(), row.text(), clock.instant())),
            (row, answer) -> answer.write(owner(row.shared()), row.shortcut(), row.text(), clock.instant()));
        if (report.problems().isEmpty() && answers.rows().stream().anyMatch(AnswerFile.Row::shared)) {
            audit.record(AuditRecord.of(AuditAct.ANSWERS_IMPORTED).about(AuditSubject.ANSWER, null, null).changed(null, report));
        }
        return report;
    }

    /** Somebody's own are theirs alone. */
    private void record(AuditAct act, AnswerView before, AnswerView after) {
        AnswerView answer = after == null ? before : after;
        if (answer.shared() || before != null && before.shared()) {
            audit.record(AuditRecord.of(act).about(AuditSubject.ANSWER, answer.id(), answer.shortcut()).changed(before, after));
        }
    }

    private static boolean says(AnswerFile.Row row, CannedAnswer answerOrNull) {
        return answerOrNull != null && answerOrNull.view().text().equals(row.text());
    }

    private static AnswerFile.Key key(CannedAnswer answer) {
        return new AnswerFile.Key(answer.view().shortcut(), answer.isShared());
    }

    private List<CannedAnswer> entities() {
        return em.createQuery(
            "SELECT a FROM CannedAnswer a WHERE a.ownerId = :me OR a.ownerId IS NULL ORDER BY a.shortcut, a.ownerId NULLS LAST",
            CannedAnswer.class).setParameter("me", Caller.account(context)).getResultList();
    }

    private CannedAnswer find(UUID id) {
        CannedAnswer answer = em.find(CannedAnswer.class, id);
        if (answer == null || !answer.isShared() && !answer.belongsTo(Caller.account(context))) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such canned answer.");
        }
        requireRight(answer.isShared());
        return answer;
    }

    private void requireRight(boolean shared) {
        if (shared && !context.isCallerInRole(SALES_ADMIN_NAME)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Sales admins manage the shared canned answers.");
        }
    }

    private void requireRoom(boolean shared) {
        if (count(shared) >= most(shared)) {
            throw RefusedException.ofField("shared", "at most " + most(shared) + " canned answers");
        }
    }

    private void requireFree(UUID id, AnswerFile.Key key) {
        if (entities().stream().anyMatch(other -> !other.id().equals(id) && key(other).equals(key))) {
            throw new RefusedException(Refusal.NAME_TAKEN, "There is a canned answer with this shortcut.");
        }
    }

    private long count(boolean shared) {
        return entities().stream().filter(answer -> answer.isShared() == shared).count();
    }

    private static int most(boolean shared) {
        return shared ? MOST_SHARED : MOST_PERSONAL;
    }

    private UUID owner(boolean shared) {
        return shared ? null : Caller.account(context);
    }

    private void lock() {
        em.createNativeQuery(LOCK).executeUpdate();
    }
}

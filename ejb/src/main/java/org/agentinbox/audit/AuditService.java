package org.agentinbox.audit;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;
import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
import org.agentinbox.platform.list.Csv;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The audit trail for administrators. Marketing admins do not see from where somebody came: that is about colleagues, not about sites. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class AuditService {

    /** How many entries a part has at most. */
    static final int PAGE = 50;
    /** How many entries a file has at most: the newest. */
    static final int MOST = 50_000;
    private static final List<String> COLUMNS = List.of("at", "who", "who_id", "who_name", "address", "act", "subject", "subject_id",
        "subject_name", "before", "after");

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Settings settings;
    @Inject
    private Audit audit;

    /**
     * @param after {@link AuditPage#next} of the part before; null for the first one
     * @return a part of what the filter wants, newest first
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code before} where it is none
     */
    public AuditPage page(AuditFilter filter, String after) {
        List<AuditView> found = list(filter, after == null ? null : PageCursor.parse(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<AuditView> part = more ? found.subList(0, PAGE) : found;
        return new AuditPage(part, more ? new PageCursor(part.get(PAGE - 1).at(), part.get(PAGE - 1).id()).toString() : null);
    }

    /** @return the newest 50,000 entries that the filter wants, as comma separated values in UTF-8; that it was taken is recorded */
    public byte[] file(AuditFilter filter) {
        List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
        list(filter, null, MOST).forEach(entry -> lines.add(line(entry)));
        audit.record(AuditRecord.of(AuditAct.EXPORT).about(AuditSubject.AUDIT, null, null));
        return Csv.write(lines).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> line(AuditView entry) {
        return Arrays.asList(entry.at(), entry.who(), entry.actorId(), entry.actorName(), entry.address(), entry.actCode(), entry.subject(),
            entry.subjectId(), entry.subjectName(), entry.before(), entry.after()).stream().map(cell -> Objects.toString(cell, ""))
            .toList();
    }

    /** @return the zone of the page's days and times */
    public ZoneId zone() {
        return settings.batch().zone();
    }

    private List<AuditView> list(AuditFilter filter, PageCursor after, int most) {
        AuditQuery wanted = AuditQuery.of(filter, after);
        Query query = em.createNativeQuery(wanted.sql());
        wanted.values().forEach(query::setParameter);
        boolean seesAddresses = context.isCallerInRole(SALES_ADMIN_NAME);
        List<?> rows = query.setMaxResults(most).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> view(row, seesAddresses)).toList();
    }

    private static AuditView view(Object[] row, boolean seesAddresses) {
        String code = (String) row[6];
        AuditAct act = Arrays.stream(AuditAct.values()).filter(one -> one.name().equals(code)).findFirst().orElse(null);
        return new AuditView((UUID) row[0], (Instant) row[1], (String) row[2], (UUID) row[3], (String) row[4],
            seesAddresses ? (String) row[5] : null, act, code, (String) row[7], (UUID) row[8], (String) row[9], json(row[10]),
            json(row[11]));
    }

    private static JsonObject json(Object text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader((String) text))) {
            return reader.readObject();
        }
    }
}

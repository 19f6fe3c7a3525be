package org.agentinbox.companyaccount;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Brings the lines of a file into the list: beside it first, in short transactions, and then in one that changes only what differs. Readers
 * of the list wait for none of them, and see the list before or after.
 */
@ApplicationScoped
class StagedAccounts {

    private static final String STAGE = """
        INSERT INTO company_account_staged (import_id, domain, shown, owner_id, company)
        SELECT :id, s.domain, s.shown, s.owner, NULLIF(s.company, '')
        FROM unnest(CAST(:domains AS text[]), CAST(:shown AS text[]), CAST(:owners AS uuid[]), CAST(:companies AS text[]))
            AS s (domain, shown, owner, company)""";
    private static final String REMOVE = """
        DELETE FROM company_account c
        WHERE NOT EXISTS (SELECT FROM company_account_staged s WHERE s.import_id = :id AND s.domain = c.domain)""";
    private static final String CHANGE = """
        UPDATE company_account c SET owner_id = s.owner_id, company = s.company, changed_at = :now FROM company_account_staged s
        WHERE s.import_id = :id AND s.domain = c.domain AND (s.owner_id, s.company) IS DISTINCT FROM (c.owner_id, c.company)""";
    private static final String ADD = """
        INSERT INTO company_account (domain, shown, owner_id, company, changed_at)
        SELECT s.domain, s.shown, s.owner_id, s.company, :now FROM company_account_staged s
        WHERE s.import_id = :id AND NOT EXISTS (SELECT FROM company_account c WHERE c.domain = s.domain) ORDER BY s.domain""";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ImportRecords records;
    @Inject
    private CompanyAccountRepository accounts;
    @Inject
    private Audit audit;

    /** How many accounts an import added, changed and removed. */
    record Changes(int added, int changed, int removed) {}

    @Transactional(TxType.REQUIRES_NEW)
    void add(UUID importId, List<AccountFile.Row> rows) {
        em.createNativeQuery(STAGE).setParameter("id", importId)
            .setParameter("domains", texts(rows, row -> row.domain().name()))
            .setParameter("shown", texts(rows, row -> row.domain().display()))
            .setParameter("owners", rows.stream().map(row -> row.owner().id()).toArray(UUID[]::new))
            .setParameter("companies", texts(rows, row -> row.company() == null ? "" : row.company())).executeUpdate();
    }

    private static String[] texts(List<AccountFile.Row> rows, Function<AccountFile.Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** Makes the list that of the import. */
    @Transactional(TxType.REQUIRES_NEW)
    Changes swap(UUID importId) {
        // First of all, so that no other import can begin meanwhile; it fails where one has.
        records.done(importId);
        accounts.lock();
        int removed = query(REMOVE, importId).executeUpdate();
        int changed = query(CHANGE, importId).setParameter("now", clock.instant()).executeUpdate();
        int added = query(ADD, importId).setParameter("now", clock.instant()).executeUpdate();
        query("DELETE FROM company_account_staged WHERE import_id = :id", importId).executeUpdate();
        // Look-ups that were planned for a short list, and read all of it, are planned anew.
        em.createNativeQuery("ANALYZE company_account").executeUpdate();
        Changes changes = new Changes(added, changed, removed);
        audit.record(
            AuditRecord.of(AuditAct.COMPANY_ACCOUNTS_IMPORTED).about(AuditSubject.COMPANY_ACCOUNT, null, null).changed(null, changes));
        return changes;
    }

    private Query query(String sql, UUID importId) {
        return em.createNativeQuery(sql).setParameter("id", importId);
    }
}

package org.agentinbox.companyaccount;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The rows of the list. Works in its caller's transaction. */
@ApplicationScoped
class CompanyAccountRepository {

    private static final String COLUMNS = "c.domain, c.shown, c.company, " + Owners.COLUMNS;
    private static final String JOINED = " JOIN account a ON a.id = c.owner_id LEFT JOIN agent g ON g.account_id = a.id ";
    /** The part is found first, by the primary key, and joined with its owners then. */
    private static final String PART = "SELECT " + COLUMNS + " FROM (SELECT * FROM company_account WHERE domain > :after %s "
        + "ORDER BY domain LIMIT :most) c" + JOINED + "ORDER BY c.domain";
    private static final String WITH_TEXT = "AND (shown LIKE :text OR domain LIKE :text OR lower(company) LIKE :text "
        + "OR owner_id IN (SELECT id FROM account WHERE lower(display_name) LIKE :text OR user_name LIKE :text))";
    private static final String ALL = "SELECT " + COLUMNS + " FROM company_account c" + JOINED + "ORDER BY c.domain";
    private static final String ONE = "SELECT " + COLUMNS + " FROM company_account c" + JOINED + "WHERE c.domain = :domain";

    @PersistenceContext
    private EntityManager em;

    /**
     * Lets one writer in at a time, because each counts and compares before it writes, and writers are rare. Readers do not wait.
     */
    void lock() {
        em.createNativeQuery("LOCK TABLE company_account IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
    }

    long size() {
        return (Long) em.createNativeQuery("SELECT count(*) FROM company_account", Long.class).getSingleResult();
    }

    /**
     * @param text what is to be in the domain, the company's name or the owner's names; empty: anything
     * @param after the domain before the part, or empty
     */
    @SuppressWarnings("unchecked")
    List<CompanyAccountView> part(String text, String after, int most) {
        var query = em.createNativeQuery(PART.formatted(text.isEmpty() ? "" : WITH_TEXT)).setParameter("after", after)
            .setParameter("most", most);
        if (!text.isEmpty()) {
            query.setParameter("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(CompanyAccountRepository::view).toList();
    }

    /** Returns the whole list, read from the database little by little. */
    @SuppressWarnings("unchecked")
    Stream<CompanyAccountView> all() {
        Stream<Object[]> rows = em.createNativeQuery(ALL).setHint("org.hibernate.fetchSize", 5_000).getResultStream();
        return rows.map(CompanyAccountRepository::view);
    }

    CompanyAccountView view(String domain) {
        return view((Object[]) em.createNativeQuery(ONE).setParameter("domain", domain).getSingleResult());
    }

    private static CompanyAccountView view(Object[] row) {
        return new CompanyAccountView((String) row[0], (String) row[1], (String) row[2], Owners.owner(row, 3));
    }
}

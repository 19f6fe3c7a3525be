package org.agentinbox.retention;

/** Which visitors are under a legal hold, as a condition of SQL. */
final class LegalHolds {

    private LegalHolds() {}

    /** @param visitor the column or the parameter that names a visitor */
    static String held(String visitor) {
        return "EXISTS (SELECT FROM legal_hold h WHERE h.visitor_id = " + visitor + " AND h.lifted_at IS NULL)";
    }
}

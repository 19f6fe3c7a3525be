package org.agentinbox.retention;

/** An SQL condition for visitors under a legal hold. */
final class LegalHolds {

    private LegalHolds() {}

    /** @param visitor the column or parameter with the visitor's id */
    static String held(String visitor) {
        return "EXISTS (SELECT FROM legal_hold h WHERE h.visitor_id = " + visitor + " AND h.lifted_at IS NULL)";
    }
}

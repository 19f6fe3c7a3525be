package org.agentinbox.platform.audit;

import java.util.UUID;

/**
 * Who did something.
 *
 * @param id of the account or the key; null for others
 * @param name of it; null where it is to be found, or there is none
 */
record AuditActor(Kind kind, UUID id, String name) {

    /** The names are stored. */
    enum Kind {
        ACCOUNT, KEY, SYSTEM, STRANGER
    }

    static final AuditActor SYSTEM = new AuditActor(Kind.SYSTEM, null, null);
    static final AuditActor STRANGER = new AuditActor(Kind.STRANGER, null, null);

    static AuditActor account(UUID id) {
        return new AuditActor(Kind.ACCOUNT, id, null);
    }

    static AuditActor key(UUID id, String name) {
        return new AuditActor(Kind.KEY, id, name);
    }
}

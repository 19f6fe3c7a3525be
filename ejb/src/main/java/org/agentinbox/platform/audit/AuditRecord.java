package org.agentinbox.platform.audit;

import java.util.UUID;

import org.agentinbox.platform.securitylog.SecurityEvent;

/**
 * What is to be recorded. Who did it and from where is added by {@link Audit}, unless it is said here. Never give it a password, a token or
 * a key, and of visitors nothing but ids: an erasure does not reach the audit trail.
 *
 * @param act what was done
 * @param subject what it was about, or null
 * @param subjectId its id, or null
 * @param subjectName what it is called, or null
 * @param changes in what it differs
 * @param actor who did it; null for the caller
 * @param address from where; null for the request's
 * @param event what the security log gets of it, or null
 */
public record AuditRecord(AuditAct act, AuditSubject subject, UUID subjectId, String subjectName, AuditChanges changes, AuditActor actor,
    String address, SecurityEvent event) {

    /** @return a record of an act, about nothing yet */
    public static AuditRecord of(AuditAct act) {
        return new AuditRecord(act, null, null, null, AuditChanges.NONE, null, null, null);
    }

    /**
     * @param kind of what it is about
     * @param id of it, or null where it has none
     * @param name what it is called now, or null; null for visitors, persons and conversations
     * @return the same about that
     */
    public AuditRecord about(AuditSubject kind, UUID id, String name) {
        return new AuditRecord(act, kind, id, name, changes, actor, address, event);
    }

    /**
     * @param before what it was, a record or a map of what a record can have; null where it did not exist
     * @param after what it is, likewise; null where it is gone
     * @return the same with the differences; ids of people and teams are told with their names, {@link AuditSecret} without their values
     */
    public AuditRecord changed(Object before, Object after) {
        return new AuditRecord(act, subject, subjectId, subjectName, AuditChanges.between(before, after), actor, address, event);
    }

    /**
     * @param account who did it, where that is not the caller; null for the server by itself
     * @return the same by them
     */
    public AuditRecord by(UUID account) {
        return new AuditRecord(act, subject, subjectId, subjectName, changes,
            account == null ? AuditActor.SYSTEM : AuditActor.account(account), address, event);
    }

    /**
     * @param who did it
     * @return the same by them
     */
    AuditRecord by(AuditActor who) {
        return new AuditRecord(act, subject, subjectId, subjectName, changes, who, address, event);
    }

    /** @return the same by somebody who is not known */
    public AuditRecord byStranger() {
        return by(AuditActor.STRANGER);
    }

    /**
     * @param id of an API key
     * @param name what it is called
     * @return the same by the program that has it
     */
    public AuditRecord byKey(UUID id, String name) {
        return by(AuditActor.key(id, name));
    }

    /**
     * @param client the address
     * @return the same from there
     */
    public AuditRecord from(String client) {
        return new AuditRecord(act, subject, subjectId, subjectName, changes, actor, client, event);
    }

    /**
     * @param line for the security log
     * @return the same, told there too
     */
    public AuditRecord logged(SecurityEvent line) {
        return new AuditRecord(act, subject, subjectId, subjectName, changes, actor, address, line);
    }

    /** @return whether it is a change in which nothing changed; false for what is no change */
    public boolean changesNothing() {
        return changes != AuditChanges.NONE && changes.isEmpty();
    }
}

package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.account.Person;

/**
 * A lead or a sales admin did something with a chat that another agent has, or that nobody has yet. Fired inside the transaction.
 *
 * @param by who did it
 * @param agentId who had the chat before; null where nobody had
 * @param to who has it now; null unless it was taken or assigned
 * @param teamId the team to which it was assigned; null where it was assigned to a person, and for other acts
 */
public record SupervisorActed(Act act, UUID conversationId, UUID visitorId, Person by, UUID agentId, Person to, UUID teamId) {

    /** What was done. */
    public enum Act {
        /** They began to watch it. */
        WATCHED,
        /** They took it over. */
        TAKEN,
        /** They gave it to somebody. */
        ASSIGNED,
        /** They ended it. */
        ENDED
    }
}

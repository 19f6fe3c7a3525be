package org.agentinbox.conversation;

import java.util.Set;
import java.util.UUID;

/** Who sees chats of other agents as a lead of teams. Teams are asked by a feature above this one, which implements it. */
public interface Supervisors {

    /**
     * @param accountId a live agent
     * @param conversationId one that is open
     * @param agentOrNull who has it
     * @return whether they lead a team whose chat it is
     */
    boolean leads(UUID accountId, UUID conversationId, UUID agentOrNull);

    /**
     * @param accountId a live agent
     * @return the other agents whose chats they lead
     */
    Set<UUID> agentsLedBy(UUID accountId);

    /**
     * @param conversationId one that is open
     * @param agentOrNull who has it
     * @return the accounts for which {@link #leads} holds
     */
    Set<UUID> leadsOf(UUID conversationId, UUID agentOrNull);
}

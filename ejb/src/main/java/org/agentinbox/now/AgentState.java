package org.agentinbox.now;

/** How an agent is doing, for those who look after agents. */
public enum AgentState {
    /** Chats can be offered to them, unless they have as many as they may. */
    AVAILABLE,
    /** They are there, and chats are not offered to them by their hours or their switch. */
    UNAVAILABLE,
    /** Nothing reaches them, and they have no chat under way. */
    OFFLINE,
    /** They have chats under way and no page open any more. */
    LOST;

    /**
     * @param available whether chats come by hours and switch
     * @param reachable whether they have a page open or another way to be told of an offer
     * @param lost whether they have chats under way and no page open
     * @return the state; a lost connection comes first, because visitors wait for it
     */
    static AgentState of(boolean available, boolean reachable, boolean lost) {
        if (lost) {
            return LOST;
        }
        if (!reachable) {
            return OFFLINE;
        }
        return available ? AVAILABLE : UNAVAILABLE;
    }
}

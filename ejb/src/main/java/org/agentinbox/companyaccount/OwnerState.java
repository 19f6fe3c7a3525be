package org.agentinbox.companyaccount;

/** Whether chats of an account can go to its owner. */
public enum OwnerState {
    /** They can, when the owner is available, reachable and below the limit. */
    TAKES_CHATS,
    /** The owner has no role that takes live chats. */
    TAKES_NO_CHATS,
    /** The owner may not sign in any more. */
    DEACTIVATED;

    static OwnerState of(boolean active, boolean takesChats) {
        if (!active) {
            return DEACTIVATED;
        }
        return takesChats ? TAKES_CHATS : TAKES_NO_CHATS;
    }
}

package org.agentinbox.conversation.wrapup;

/** What a choice of the wrap-up says of a chat. */
public enum ChoiceKind {
    /** How the chat came out: a chat has one at most. */
    OUTCOME(50),
    /** What it was about, or anything else by which it shall be found: a chat can have several. */
    TAG(200);

    private final int most;

    ChoiceKind(int most) {
        this.most = most;
    }

    /** @return how many the list can have */
    public int most() {
        return most;
    }
}

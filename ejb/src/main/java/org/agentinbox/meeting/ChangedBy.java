package org.agentinbox.meeting;

/** Who books, moves or cancels a meeting. */
public enum ChangedBy {
    /** From the card in the chat, or by the link in the mail. */
    VISITOR,
    /** The agent or a sales admin, on our pages. */
    AGENT,
    /** Somebody in the connected calendar, of which we heard afterwards. */
    CALENDAR
}

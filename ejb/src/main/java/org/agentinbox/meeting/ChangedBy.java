package org.agentinbox.meeting;

/** Who books, moves or cancels a meeting. */
public enum ChangedBy {
    /** The visitor, by the card in the chat or the link in the email. */
    VISITOR,
    /** The agent or a sales admin, on a page of the product. */
    AGENT,
    /** Somebody in the connected calendar; the product finds out afterwards. */
    CALENDAR
}

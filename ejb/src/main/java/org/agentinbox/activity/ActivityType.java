package org.agentinbox.activity;

/** What a visitor can have done (ear/src/docs/rules.md#activity-history). */
public enum ActivityType {
    /** Asked for a live chat. */
    CONVERSATION_TRIGGERED,
    /** Went through a dialogue of a chatbot. */
    ENGAGED_WITH_DIALOGUE,
    /** An agent accepted the chat. */
    ENGAGED_WITH_AGENT,
    /** Opened a document that was offered. */
    INTERACTED_WITH_DOCUMENT,
    /** Came to where the site's admin wanted them to come. */
    REACHED_GOAL,
    /** Booked a meeting. */
    SCHEDULED_MEETING,
    /** Nobody accepted the chat before the visitor got the fallback message or left. */
    LIVE_CHAT_MISSED
}

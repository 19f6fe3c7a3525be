package org.agentinbox.activity;

/** What visitors do (ear/src/docs/rules.md#activity-history). */
public enum ActivityType {
    /** Asked for a live chat. */
    CONVERSATION_TRIGGERED,
    /** Went through a dialogue of a chatbot. */
    ENGAGED_WITH_DIALOGUE,
    /** An agent accepted the chat. */
    ENGAGED_WITH_AGENT,
    /** Opened a document that was offered. */
    INTERACTED_WITH_DOCUMENT,
    /** Reached a page or a step that the site's admin had set as a goal. */
    REACHED_GOAL,
    /** Booked a meeting. */
    SCHEDULED_MEETING,
    /** Nobody accepted the chat before the visitor left or got the fallback message. */
    LIVE_CHAT_MISSED
}

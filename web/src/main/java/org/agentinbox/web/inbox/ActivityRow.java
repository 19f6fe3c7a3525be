package org.agentinbox.web.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.activity.ActivityType;
import org.agentinbox.activity.ActivityView;

/**
 * A row of a visitor's activity history.
 *
 * @param id the activity's; activities of one instant have different ones
 * @param icon in icons.svg
 * @param detail with whom or what, or null
 * @param conversationId the chat whose transcript can be read, or null
 */
public record ActivityRow(UUID id, ActivityType type, String icon, String what, Instant at, String ago, String exact, String detail,
    UUID conversationId) {

    private static final Map<ActivityType, String> ICONS = Map.of(
        ActivityType.CONVERSATION_TRIGGERED, "chats", ActivityType.ENGAGED_WITH_DIALOGUE, "act-dialogue",
        ActivityType.ENGAGED_WITH_AGENT, "person", ActivityType.INTERACTED_WITH_DOCUMENT, "act-document",
        ActivityType.REACHED_GOAL, "act-goal", ActivityType.SCHEDULED_MEETING, "act-meeting", ActivityType.LIVE_CHAT_MISSED, "act-missed");

    static ActivityRow of(ActivityView activity, InboxTexts texts, ReaderTimes times) {
        return new ActivityRow(activity.id(), activity.type(), ICONS.getOrDefault(activity.type(), "chats"),
            texts.text("activity." + activity.type()),
            activity.at(), times.ago(activity.at()), times.exact(activity.at()), activity.detail(), activity.conversationId());
    }
}

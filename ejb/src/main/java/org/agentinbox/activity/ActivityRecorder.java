package org.agentinbox.activity;

import java.time.Clock;

import org.agentinbox.conversation.ChatConnected;
import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatMissed;
import org.agentinbox.conversation.ChatRequested;
import org.agentinbox.meeting.MeetingChanged;
import org.agentinbox.meeting.MeetingView;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Records what visitors do, in the transaction in which it happens. */
@ApplicationScoped
class ActivityRecorder {

    @Inject
    private Clock clock;
    @Inject
    private ActivityRepository repository;

    /** Observes before routing does: where nobody can take the chat, it is missed while the same event is handled. */
    void requested(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ChatRequested request) {
        repository.add(request.visitorId(), ActivityType.CONVERSATION_TRIGGERED, clock.instant(), request.conversationId(), null);
    }

    void connected(@Observes ChatConnected chat) {
        repository.add(chat.conversation().visitor().id(), ActivityType.ENGAGED_WITH_AGENT, clock.instant(), chat.conversation().id(),
            chat.conversation().agent().name());
    }

    void missed(@Observes ChatMissed chat) {
        repository.add(chat.visitorId(), ActivityType.LIVE_CHAT_MISSED, clock.instant(), chat.conversationId(), null);
    }

    void scheduled(@Observes MeetingChanged change) {
        MeetingView meeting = change.meeting();
        if (change.kind() == MeetingChanged.Kind.BOOKED && meeting.visitorId() != null) {
            repository.add(meeting.visitorId(), ActivityType.SCHEDULED_MEETING, clock.instant(), meeting.conversationId(),
                meeting.agent().name());
        }
    }

    /** The visitor left before anybody accepted the chat. */
    void left(@Observes ChatEnded end) {
        if (end.agentId() == null) {
            repository.add(end.visitorId(), ActivityType.LIVE_CHAT_MISSED, end.at(), end.conversationId(), null);
        }
    }
}

package org.agentinbox.activity;

import org.agentinbox.meeting.MeetingView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Records the activities of the past chats in the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoActivities {

    @Inject
    private ActivityRepository repository;

    /** @param meeting that a visitor booked */
    public void scheduled(MeetingView meeting) {
        repository.add(meeting.visitorId(), ActivityType.SCHEDULED_MEETING, meeting.createdAt(), meeting.conversationId(),
            meeting.agent().name());
    }

    /** Records the activities that follow from the stored conversations. */
    public void add() {
        repository.addPast();
    }
}

package org.agentinbox.web.inbox;

import java.util.UUID;

import org.agentinbox.meeting.SharedCalendar;

/**
 * A calendar that can be shared.
 *
 * @param minutes the length of a meeting
 * @param length the same in words
 * @param next when somebody can meet them next, in words
 * @param isOwn whether it is the caller's
 */
public record CalendarRow(UUID agentId, String name, int minutes, String length, String next, boolean isOwn) {

    static CalendarRow of(SharedCalendar calendar, UUID me, InboxTexts texts, ReaderTimes times) {
        int minutes = calendar.lengthMinutes();
        return new CalendarRow(calendar.agent().id(), calendar.agent().name(), minutes,
            texts.plural("calendar.minutes", minutes, times.number(minutes)),
            calendar.nextFree() == null ? texts.text("calendar.full") : texts.text("calendar.next", times.upcoming(calendar.nextFree())),
            calendar.agent().id().equals(me));
    }
}

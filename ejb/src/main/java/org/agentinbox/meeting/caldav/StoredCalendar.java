package org.agentinbox.meeting.caldav;

import java.util.Objects;

import jakarta.persistence.Embeddable;

/** A calendar that may be chosen. */
@Embeddable
class StoredCalendar {

    private String url;
    private String name;

    protected StoredCalendar() {}

    StoredCalendar(FoundCalendar calendar) {
        url = calendar.url();
        name = calendar.name();
    }

    FoundCalendar view() {
        return new FoundCalendar(url, name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredCalendar row && view().equals(row.view());
    }

    @Override
    public int hashCode() {
        return Objects.hash(url);
    }
}

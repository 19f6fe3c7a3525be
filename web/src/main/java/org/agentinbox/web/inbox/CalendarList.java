package org.agentinbox.web.inbox;

import java.util.List;

import org.agentinbox.meeting.CalendarService;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The calendars that can be shared with a visitor, the caller's own first. */
@Named("calendarList")
@RequestScoped
public class CalendarList {

    @EJB
    private CalendarService calendars;
    @Inject
    private PageReader reader;
    private List<CalendarRow> rows;

    @PostConstruct
    void load() {
        rows = calendars.shareable().stream().map(calendar -> CalendarRow.of(calendar, reader.me(), reader.texts(), reader.times()))
            .toList();
    }

    /** @return one row for each */
    public List<CalendarRow> getRows() {
        return rows;
    }
}

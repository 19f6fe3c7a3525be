package org.agentinbox.web.meeting;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.conversation.Page;
import org.agentinbox.meeting.AgentMeetings;
import org.agentinbox.meeting.CalendarService;
import org.agentinbox.meeting.CalendarSettings;
import org.agentinbox.meeting.MeetingFilter;
import org.agentinbox.meeting.MeetingView;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The list of meetings. Its address contains what is shown, so that it can be kept and shared. The service checks permissions. */
@Named
@ViewScoped
public class MeetingsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    static final PageMessages MESSAGES = new PageMessages("meetings");

    @EJB
    private transient AgentMeetings meetings;
    @EJB
    private transient CalendarService calendars;
    @Inject
    private transient Clock clock;
    private UUID agentId;
    private MeetingFilter.When when = MeetingFilter.When.UPCOMING;
    private String text;
    private int offset;
    private String next;
    private List<MeetingRow> rows = List.of();
    private List<Choice> agents = List.of();
    private ZoneId zone;
    private boolean hours;

    /** An agent whose meetings can be chosen. */
    public record Choice(UUID id, String name) implements Serializable {

        public UUID getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    @PostConstruct
    void load() {
        Map<String, String> asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        agentId = Ids.parse(asked.get("agent")).orElse(null);
        when = Arrays.stream(MeetingFilter.When.values()).filter(w -> w.name().equals(asked.get("when"))).findFirst()
            .orElse(MeetingFilter.When.UPCOMING);
        text = asked.get("q");
        offset = asked.getOrDefault("offset", "0").matches("\\d{1,6}") ? Integer.parseInt(asked.getOrDefault("offset", "0")) : 0;
        CalendarSettings mine = calendars.mine();
        zone = mine.zone();
        hours = !mine.blocks().isEmpty();
        agents = meetings.agents().stream().map(MeetingsPage::choice).toList();
        show();
    }

    private static Choice choice(Person person) {
        return new Choice(person.id(), person.name());
    }

    /** Loads the meetings. */
    public void show() {
        Instant now = clock.instant();
        try {
            Page<MeetingView> page = meetings.list(new MeetingFilter(agentId, when, text, offset));
            rows = page.items().stream().map(meeting -> new MeetingRow(meeting, now, zone, PageMessages.locale())).toList();
            next = page.next();
        } catch (RefusedException e) {
            // The address asked for meetings of somebody else, which the reader must not see.
            rows = List.of();
            next = null;
        }
    }

    /** @param row the meeting to cancel */
    public void cancel(MeetingRow row) {
        try {
            meetings.cancel(row.id());
            PageMessages.say("meetings.cancelled", row.getName());
        } catch (RefusedException e) {
            MESSAGES.refuse(null, e, refused -> null);
        }
        show();
    }

    /** @return what was found */
    public List<MeetingRow> getRows() {
        return rows;
    }

    /** @return the agents whose meetings can be chosen */
    public List<Choice> getAgents() {
        return agents;
    }

    /** @return the chosen agent, or null */
    public UUID getAgentId() {
        return agentId;
    }

    /** @return past or future ones */
    public String getWhen() {
        return when.name();
    }

    /** @return all options of {@link #getWhen} */
    public MeetingFilter.When[] getTimes() {
        return MeetingFilter.When.values();
    }

    /** @return the search text */
    public String getText() {
        return text;
    }

    /** @return where the next page begins, or null */
    public String getNext() {
        return next;
    }

    /** @return the zone of the times, in a sentence */
    public String getZone() {
        return PageMessages.text("meetings.zone", zone.getId());
    }

    /** @return whether the reader has hours for meetings */
    public boolean isHours() {
        return hours;
    }
}

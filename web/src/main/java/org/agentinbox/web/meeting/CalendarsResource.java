package org.agentinbox.web.meeting;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.meeting.AgentMeetings;
import org.agentinbox.meeting.CalendarService;
import org.agentinbox.meeting.SharedCalendar;
import org.agentinbox.meeting.VisitorMeetings;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.VisitorCorsFilter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Calendars: agents list those that can be shared; visitors (with their token) read the free slots of one that was shared with them. */
@Path("/calendars")
@RequestScoped
public class CalendarsResource {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    @Context
    private HttpServletRequest request;
    @Inject
    private Clock clock;
    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorMeetings visitorMeetings;
    @EJB
    private AgentMeetings agentMeetings;
    @EJB
    private CalendarService calendars;

    /** @return the calendars that can be shared, the caller's own first */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        calendars.shareable().forEach(calendar -> array.add(json(calendar)));
        return JsonMessage.object().with("calendars", array.build()).toString();
    }

    private static JsonObject json(SharedCalendar c) {
        return JsonMessage.object().with("agentId", c.agent().id()).with("agentName", c.agent().name()).with("durationMinutes",
            c.lengthMinutes())
            .with("nextFree", c.nextFree()).build();
    }

    /**
     * @param agentId whose calendar
     * @param from the first instant, or the first day in the zone, at which a slot may begin; by default now
     * @param to the first one at which none may begin any more; by default 14 days after {@code from}
     * @param zone IANA name, for days; by default UTC
     * @return the free slots
     */
    @GET
    @Path("/{agentId}/slots")
    @Produces(MediaType.APPLICATION_JSON)
    public String slots(@PathParam("agentId") String agentId, @QueryParam("from") String from, @QueryParam("to") String to,
        @QueryParam("zone") String zone) {
        UUID agent = MeetingJson.id(agentId);
        Instant first = MeetingJson.time("from", from, zone, clock.instant());
        Instant last = MeetingJson.time("to", to, zone, first.plus(TWO_WEEKS));
        Optional<String> token = VisitorCorsFilter.token(request);
        return MeetingJson.slots(token.isPresent() ? visitorMeetings.slots(visitors.known(token.get()), agent, first, last)
            : agentMeetings.slots(agent, first, last));
    }
}

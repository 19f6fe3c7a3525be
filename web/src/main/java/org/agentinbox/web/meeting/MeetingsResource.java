package org.agentinbox.web.meeting;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.meeting.AgentMeetings;
import org.agentinbox.meeting.BookingRequest;
import org.agentinbox.meeting.MeetingView;
import org.agentinbox.meeting.VisitorMeetings;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.VisitorCorsFilter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Meetings: visitors (with their token) book, move and cancel theirs; agents move and cancel theirs. */
@Path("/meetings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeetingsResource {

    @Context
    private HttpServletRequest request;
    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorMeetings visitorMeetings;
    @EJB
    private AgentMeetings agentMeetings;

    /**
     * @param body {@code agentId}, {@code start}, {@code conversationId}, {@code clientId}, and {@code name} and {@code email} where they
     * are not known yet
     * @return 201 with the meeting
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(String body) {
        JsonMessage wanted = JsonMessage.body(body);
        BookingRequest booking = new BookingRequest(wanted.id("agentId"), start(wanted), wanted.id("conversationId"), wanted.id("clientId"),
            wanted.text("name"), wanted.text("email"), wanted.text("zone"));
        MeetingView meeting = visitorMeetings.book(visitor(), booking);
        return Response.status(Response.Status.CREATED).entity(MeetingJson.meeting(meeting).toString()).build();
    }

    /**
     * @param conversation one of the visitor's
     * @return the meetings booked in it, newest first
     */
    @GET
    public String list(@QueryParam("conversation") String conversation) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        visitorMeetings.in(visitor(), MeetingJson.id(conversation)).forEach(meeting -> array.add(MeetingJson.meeting(meeting)));
        return JsonMessage.object().with("meetings", array.build()).toString();
    }

    /**
     * @param id of a meeting
     * @param body {@code start}, the start of the new slot
     * @return the meeting as it is now
     */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String move(@PathParam("id") String id, String body) {
        UUID meeting = MeetingJson.id(id);
        Instant start = start(JsonMessage.body(body));
        return MeetingJson.meeting(isVisitor() ? visitorMeetings.move(visitor(), meeting, start) : agentMeetings.move(meeting, start))
            .toString();
    }

    /**
     * @param id of a meeting
     * @return the meeting as it is now
     */
    @DELETE
    @Path("/{id}")
    public String cancel(@PathParam("id") String id) {
        UUID meeting = MeetingJson.id(id);
        return MeetingJson.meeting(isVisitor() ? visitorMeetings.cancel(visitor(), meeting) : agentMeetings.cancel(meeting)).toString();
    }

    private static Instant start(JsonMessage wanted) {
        return Optional.ofNullable(MeetingJson.time("start", wanted.text("start"), null, null))
            .orElseThrow(() -> RefusedException.ofField("start", "an instant such as 2026-03-01T09:00:00Z"));
    }

    private boolean isVisitor() {
        return VisitorCorsFilter.token(request).isPresent();
    }

    private UUID visitor() {
        return visitors.known(VisitorCorsFilter.token(request)
            .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED, "Visitors book, with their token in the header Authorization.")));
    }
}

package org.agentinbox.web.report;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.report.ReportRequest;
import org.agentinbox.report.Reports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Reports as files, for sales and marketing admins. */
@Path("/reports")
@RequestScoped
@Produces("text/csv;charset=UTF-8")
public class ReportsResource {

    @EJB
    private Reports reports;
    @QueryParam("from")
    private String from;
    @QueryParam("to")
    private String to;
    @QueryParam("agent")
    private String agent;
    @QueryParam("team")
    private String team;

    /** @return in how many chats each topic occurred */
    @GET
    @Path("/topics.csv")
    public Response topics() {
        return file("topics.csv", reports.topicsFile(request()));
    }

    /** @return the figures of each day */
    @GET
    @Path("/days.csv")
    public Response days() {
        return file("days.csv", reports.daysFile(request()));
    }

    /** @return in how many chats each outcome and tag was set */
    @GET
    @Path("/outcomes.csv")
    public Response outcomes() {
        return file("outcomes.csv", reports.wrapUpsFile(request()));
    }

    /** @return what agents did, side by side */
    @GET
    @Path("/agents.csv")
    public Response agents() {
        return file("agents.csv", reports.agentsFile(request()));
    }

    /** @return what the members of teams did, side by side */
    @GET
    @Path("/teams.csv")
    public Response teams() {
        return file("teams.csv", reports.teamsFile(request()));
    }

    /** @return what became of the chats of entries, side by side */
    @GET
    @Path("/entries.csv")
    public Response entries() {
        return file("entries.csv", reports.entriesFile(request()));
    }

    /** @return when live chats come in, by hour of the week, and how long visitors wait */
    @GET
    @Path("/hours.csv")
    public Response hours() {
        return file("hours.csv", reports.hoursFile(request()));
    }

    private ReportRequest request() throws RefusedException {
        return ReportQuery.request(from, to, agent, team);
    }

    private static Response file(String name, byte[] content) {
        return Response.ok(content).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
            .header("Cache-Control", "private, no-store").build();
    }
}

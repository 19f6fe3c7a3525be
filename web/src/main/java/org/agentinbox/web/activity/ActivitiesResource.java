package org.agentinbox.web.activity;

import java.util.UUID;

import org.agentinbox.activity.ActivityHistory;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The activity history of a conversation's visitor, for signed-in agents. */
@Path("/conversations/{id}/activities")
@RequestScoped
public class ActivitiesResource {

    @EJB
    private ActivityHistory history;

    /**
     * @param id a conversation that the caller may see
     * @param before the {@code next} of the page before
     * @return a page, newest first
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list(@PathParam("id") String id, @QueryParam("before") String before) {
        UUID conversationId = Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such conversation."));
        return ActivityJson.page(history.of(conversationId, before));
    }
}

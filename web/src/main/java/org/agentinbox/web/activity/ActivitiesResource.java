package org.agentinbox.web.activity;

import java.util.UUID;

import org.agentinbox.activity.ActivityHistory;
import org.agentinbox.activity.ActivityView;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
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
        Page<ActivityView> page = history.of(conversationId, before);
        JsonArrayBuilder activities = JsonMessage.json().createArrayBuilder();
        page.items().forEach(activity -> activities.add(json(activity)));
        return JsonMessage.object().with("activities", activities.build()).with("next", page.next()).toString();
    }

    private static JsonObject json(ActivityView activity) {
        return JsonMessage.object().with("id", activity.id()).with("type", activity.type()).with("at", activity.at())
            .with("detail", activity.detail())
            .with("conversationId", activity.conversationId()).build();
    }
}

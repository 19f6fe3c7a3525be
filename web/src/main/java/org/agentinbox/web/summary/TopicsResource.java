package org.agentinbox.web.summary;

import org.agentinbox.summary.ConversationSummaries;
import org.agentinbox.web.platform.Frame;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Topics of conversations. */
@Path("/topics")
@RequestScoped
public class TopicsResource {

    @EJB
    private ConversationSummaries summaries;

    /** @return topics to look for, by name */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String topics() {
        JsonArrayBuilder names = Frame.json().createArrayBuilder();
        summaries.topics().forEach(names::add);
        return Frame.object().with("topics", names.build()).toString();
    }
}

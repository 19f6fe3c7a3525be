package org.agentinbox.web.summary;

import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.summary.ConversationSummaries;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The summary of a conversation, for signed-in agents. */
@Path("/conversations/{id}/summary")
@RequestScoped
public class SummaryResource {

    @EJB
    private ConversationSummaries summaries;

    /**
     * @param id a conversation that the caller may see
     * @return its summary; {@code final} tells whether it will stay so
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String summary(@PathParam("id") String id) {
        UUID conversationId = Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such conversation."));
        return SummaryJson.answer(summaries.of(conversationId));
    }
}

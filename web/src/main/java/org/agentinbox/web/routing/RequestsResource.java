package org.agentinbox.web.routing;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.RoutingPrograms;
import org.agentinbox.web.platform.VisitorCorsFilter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Why a request went where it went, for programs. */
@Path("/requests")
@RequestScoped
public class RequestsResource {

    @EJB
    private RoutingPrograms programs;
    @Context
    private HttpServletRequest request;

    /**
     * @param id of the conversation
     * @return the steps in their order
     */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response story(@PathParam("id") String id) {
        String key = VisitorCorsFilter.token(request).orElse(null);
        // The key is checked first, so that a caller without one learns nothing about the id.
        programs.check(key);
        return StoryJson.answer(programs.story(key,
            Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such request."))));
    }
}

package org.agentinbox.web.routing;

import java.util.Map;
import java.util.Optional;

import org.agentinbox.routing.PreviewWish;
import org.agentinbox.routing.RoutingPrograms;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.VisitorCorsFilter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What would happen to a request now, for programs. */
@Path("/routing/preview")
@RequestScoped
public class RoutingPreviewResource {

    @EJB
    private RoutingPrograms programs;
    @Context
    private HttpServletRequest request;

    /**
     * @param body {@code entry} and {@code visitor}, both optional
     * @return the steps in their order
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response preview(String body) {
        String key = VisitorCorsFilter.token(request).orElse(null);
        // The key is checked first, so that a caller without one learns nothing about the body.
        programs.check(key);
        JsonMessage wanted = JsonMessage.body(body);
        JsonMessage visitor = wanted.objectIfAny("visitor");
        return StoryJson.answer(programs.preview(key,
            new PreviewWish(wanted.text("entry"), visitor.text("name"), visitor.text("email"), visitor.text("phone"),
                visitor.text("jobTitle"),
                visitor.text("company"), visitor.text("crmStatus"), visitor.text("page"), visitor.text("locale"),
                visitor.text("timeZone"), visitor.flagIfAny("known"),
                Optional.ofNullable(visitor.texts("attributes")).orElse(Map.of()))));
    }
}

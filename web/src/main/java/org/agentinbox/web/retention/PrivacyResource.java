package org.agentinbox.web.retention;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.retention.PrivacyService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is held about one visitor, as a file. */
@Path("/privacy/visitors/{id}/export.json")
@RequestScoped
public class PrivacyResource {

    @EJB
    private PrivacyService privacy;

    /** @return the file */
    @GET
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public Response export(@PathParam("id") String id) {
        String json = privacy.export(Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such visitor.")));
        return Response.ok(json).header("Content-Disposition", "attachment; filename=\"visitor-" + id + ".json\"")
            .header("Cache-Control", "private, no-store").build();
    }
}

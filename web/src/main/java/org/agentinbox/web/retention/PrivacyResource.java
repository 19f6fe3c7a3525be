package org.agentinbox.web.retention;

import java.util.UUID;

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

/** Exports of what is held about one visitor or one person. */
@Path("/privacy")
@RequestScoped
public class PrivacyResource {

    @EJB
    private PrivacyService privacy;

    /** @return the export of a visitor whom the site has not signed for */
    @GET
    @Path("/visitors/{id}/export.json")
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public Response visitor(@PathParam("id") String id) {
        return file("visitor-" + id, privacy.export(known(id)));
    }

    /** @return the export of a person whom the site or a CRM vouches for */
    @GET
    @Path("/persons/{id}/export.json")
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public Response person(@PathParam("id") String id) {
        return file("person-" + id, privacy.exportPerson(known(id)));
    }

    private static UUID known(String id) {
        return Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is nobody with this id."));
    }

    private static Response file(String name, String json) {
        return Response.ok(json).header("Content-Disposition", "attachment; filename=\"" + name + ".json\"")
            .header("Cache-Control", "private, no-store").build();
    }
}

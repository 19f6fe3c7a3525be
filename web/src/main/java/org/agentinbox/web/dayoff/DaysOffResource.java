package org.agentinbox.web.dayoff;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.ListFiles;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The import of calendar files into the days off of the site and of teams. */
@Path("/days-off")
@RequestScoped
public class DaysOffResource {

    @EJB
    private DaysOffService daysOff;

    /**
     * @param file in the format of {@link DaysOffService#importFile}
     * @param team its id, or null for the site
     * @return 200 with what was done, or 400 with each event that is wrong
     */
    @POST
    @Path("/import")
    @Consumes("text/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    public Response importFile(InputStream file, @QueryParam("team") String team) throws IOException {
        return ListFiles.answer(daysOff.importFile(ListFiles.read(file), team(team)));
    }

    private static UUID team(String idOrNull) {
        if (idOrNull == null || idOrNull.isEmpty()) {
            return null;
        }
        return Ids.parse(idOrNull).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such team."));
    }
}

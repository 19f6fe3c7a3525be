package org.agentinbox.web.dayoff;

import java.io.IOException;
import java.io.InputStream;

import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.web.platform.ListFiles;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The import of calendar files into the days off of the site. */
@Path("/days-off")
@RequestScoped
public class DaysOffResource {

    @EJB
    private DaysOffService daysOff;

    /**
     * @param file in the format of {@link DaysOffService#importFile}
     * @return 200 with what was done, or 400 with each event that is wrong
     */
    @POST
    @Path("/import")
    @Consumes("text/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    public Response importFile(InputStream file) throws IOException {
        return ListFiles.answer(daysOff.importFile(ListFiles.read(file)));
    }
}

package org.agentinbox.web.entry;

import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.WidgetEntries;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the widget shows of an entry: its form, its texts and its colour. */
@Path("/entries")
@RequestScoped
public class EntryResource {

    /** For so many seconds a page may go on with what it has. */
    private static final int FRESH = 60;

    @EJB
    private WidgetEntries entries;
    @Inject
    private Settings settings;

    /**
     * @param key of the entry
     * @param language {@code en} or {@code ko}; English where it is another one
     * @return the entry in this language; {@code default} where there is no such entry or it is off
     */
    @GET
    @Path("/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response entry(@PathParam("key") String key, @QueryParam("language") String language) {
        EntryContent content = entries.content(key);
        return Response.ok(EntryBody.of(content, language, settings.messageMaxLength()).toString())
            .header("Cache-Control", "public, max-age=" + FRESH).build();
    }
}

package org.agentinbox.web.summary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.agentinbox.summary.ConversationSummaries;
import org.agentinbox.summary.TopicImport;
import org.agentinbox.summary.TopicList;
import org.agentinbox.web.platform.Frame;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Topics of conversations: what agents can look for, and the file of those that sales admins keep. */
@Path("/topics")
@RequestScoped
public class TopicsResource {

    /** One byte more than a file may have is enough to refuse it. */
    private static final int MOST_BYTES = (1 << 20) + 1;

    @EJB
    private ConversationSummaries summaries;
    @EJB
    private TopicList list;

    /** @return topics to look for, by name */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String topics() {
        JsonArrayBuilder names = Frame.json().createArrayBuilder();
        summaries.topics().forEach(names::add);
        return Frame.object().with("topics", names.build()).toString();
    }

    /** @return the list as a file */
    @GET
    @Path("/export.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response exportFile() {
        return Response.ok(list.exportFile()).header("Content-Disposition", "attachment; filename=\"topics.csv\"")
            .header("Cache-Control", "private, no-store").build();
    }

    /**
     * @param file as {@link TopicList#importFile} takes it
     * @return 200 with what was done, or 400 with each line that is wrong
     */
    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response importFile(InputStream file) throws IOException {
        TopicImport report = list.importFile(file.readNBytes(MOST_BYTES));
        return report.problems().isEmpty() ? Response.ok(done(report)).build() : wrong(report);
    }

    private static String done(TopicImport report) {
        return Frame.object().with("added", report.added()).with("changed", report.changed()).with("unchanged", report.unchanged()).toString();
    }

    private static Response wrong(TopicImport report) {
        JsonArrayBuilder errors = Frame.json().createArrayBuilder();
        report.problems().forEach(p -> errors.add(Frame.object().with("line", p.line()).with("reason", p.reason()).build()));
        String body = Frame.object().with("title", "INVALID_FILE").with("status", 400).with("detail", "Nothing was imported.")
            .with("errors", errors.build()).toString();
        return Response.status(400).type("application/problem+json").entity(body.getBytes(StandardCharsets.UTF_8)).build();
    }
}

package org.agentinbox.web.summary.topic;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.IOException;
import java.io.InputStream;

import org.agentinbox.summary.ConversationSummaries;
import org.agentinbox.summary.topic.TopicList;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.ListFiles;

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

/** Topics: those that agents can search for, and the file of the sales admins' list. */
@Path("/topics")
@RequestScoped
public class TopicsResource {

    @EJB
    private ConversationSummaries summaries;
    @EJB
    private TopicList list;

    /** @return topics to search for, by name */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String topics() {
        JsonArrayBuilder names = JSON.createArrayBuilder();
        summaries.topics().forEach(names::add);
        return JsonMessage.object().with("topics", names.build()).toString();
    }

    /** @return the list as a file */
    @GET
    @Path("/export.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response exportFile() {
        return ListFiles.download(list.exportFile(), "topics.csv");
    }

    /**
     * @param file in the format of {@link TopicList#importFile}
     * @return 200 with what was done, or 400 with each line that is wrong
     */
    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response importFile(InputStream file) throws IOException {
        return ListFiles.answer(list.importFile(ListFiles.read(file)));
    }
}

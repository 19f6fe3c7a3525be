package org.agentinbox.web.answer;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.UUID;

import org.agentinbox.answer.AnswerView;
import org.agentinbox.answer.CannedAnswers;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.ListFiles;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The caller's canned answers. */
@Path("/answers")
@RequestScoped
public class AnswersResource {

    @EJB
    private CannedAnswers answers;

    /** @return the caller's own and the shared ones; 304 where the client has them already */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context Request request) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        answers.mine().forEach(answer -> array.add(json(answer)));
        String body = JsonMessage.object().with("answers", array.build()).toString();
        EntityTag tag = new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(body)).substring(0, 22));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(body).tag(tag) : known).header("Cache-Control", "private, no-cache").build();
    }

    /**
     * @param body {@code shortcut}, {@code text} and {@code shared}
     * @return 201 with the answer
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(String body) {
        JsonMessage wanted = JsonMessage.body(body);
        AnswerView added = answers.add(wanted.text("shortcut"), wanted.text("text"), wanted.flag("shared"));
        return Response.status(Response.Status.CREATED).entity(json(added).toString()).build();
    }

    /**
     * @param body as for {@link #add}
     * @return the answer as it is now
     */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String change(@PathParam("id") String id, String body) {
        JsonMessage wanted = JsonMessage.body(body);
        return json(answers.change(answer(id), null, wanted.text("shortcut"), wanted.text("text"), wanted.flag("shared"))).toString();
    }

    /** Removes an answer for good. */
    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {
        answers.remove(answer(id));
    }

    private static UUID answer(String id) {
        return Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such canned answer."));
    }

    private static JsonObject json(AnswerView answer) {
        return JsonMessage.object().with("id", answer.id()).with("shortcut", answer.shortcut()).with("text", answer.text())
            .with("shared", answer.shared()).build();
    }

    /** @return the caller's own and the shared ones as a file */
    @GET
    @Path("/export.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response exportFile() {
        return ListFiles.download(answers.exportFile(), "canned-answers.csv");
    }

    /**
     * @param file in the format of {@link CannedAnswers#importFile}
     * @return 200 with what was done, or 400 with each line that is wrong
     */
    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response importFile(InputStream file) throws IOException {
        return ListFiles.answer(answers.importFile(ListFiles.read(file)));
    }
}

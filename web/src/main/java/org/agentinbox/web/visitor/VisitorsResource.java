package org.agentinbox.web.visitor;

import java.util.Set;
import java.util.TreeSet;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.visitor.RecordView;
import org.agentinbox.visitor.VerifiedFields;
import org.agentinbox.visitor.VerifiedRecords;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is verified of a person, for a CRM or the site's server. Callers are authenticated by an API key, never by a sign-in. */
@Path("/visitors")
@RequestScoped
public class VisitorsResource {

    private static final String BEARER = "bearer ";
    private static final Set<String> MEMBERS = Set.of("name", "jobTitle", "phone", "company", "crmStatus", "attributes");

    @EJB
    private VerifiedRecords records;

    /**
     * Replaces what is verified of a person.
     *
     * @param email whose
     * @param body all that is known; an unknown member is refused, because a misspelt one would be lost otherwise
     * @return what is stored
     */
    @PUT
    @Path("/{email}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(@HeaderParam("Authorization") String authorization, @PathParam("email") String email, String body) {
        String key = key(authorization);
        // The key is checked first, so that a caller without one learns nothing about the body.
        records.check(key);
        JsonMessage wanted = JsonMessage.body(body);
        Set<String> unknown = new TreeSet<>(wanted.names());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw RefusedException.ofField(unknown.iterator().next(), "there is no such member");
        }
        VerifiedFields fields = new VerifiedFields(wanted.text("name"), wanted.text("jobTitle"), wanted.text("phone"),
            wanted.text("company"),
            wanted.text("crmStatus"), wanted.texts("attributes"));
        return answer(records.put(key, email, fields));
    }

    /**
     * @param email whose
     * @return what is verified of them
     */
    @GET
    @Path("/{email}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@HeaderParam("Authorization") String authorization, @PathParam("email") String email) {
        return answer(records.get(key(authorization), email));
    }

    private static String key(String authorization) {
        boolean isBearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return isBearer ? authorization.substring(BEARER.length()).strip() : null;
    }

    private static Response answer(RecordView record) {
        JsonMessage.Builder attributes = JsonMessage.object();
        record.attributes().forEach(attributes::with);
        return Response
            .ok(JsonMessage.object().with("email", record.email()).with("name", record.name()).with("jobTitle", record.jobTitle())
                .with("phone", record.phone()).with("company", record.company()).with("crmStatus", record.crmStatus())
                .with("attributes", attributes.build()).with("verifiedAt", record.verifiedAt()).toString())
            .header("Cache-Control", "private, no-store").build();
    }
}

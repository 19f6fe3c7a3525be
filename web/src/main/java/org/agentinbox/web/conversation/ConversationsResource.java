package org.agentinbox.web.conversation;

import java.util.Locale;
import java.util.UUID;

import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.ConversationHistory;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.platform.Frame;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Lists of conversations and their transcripts, for signed-in agents. */
@Path("/conversations")
@RequestScoped
public class ConversationsResource {

    @EJB
    private ConversationHistory history;
    @EJB
    private AgentChats chats;
    @Inject
    private Transcripts transcripts;
    @Inject
    private CurrentUser user;

    /**
     * @param scope {@code ACTIVE}: one's own active ones; {@code ALL}: these and everybody's past ones
     * @param before the {@code next} of the page before
     * @param limit how many past ones at most
     * @return a page, newest activity first
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list(@QueryParam("scope") @DefaultValue("ACTIVE") String scope, @QueryParam("before") String before,
        @QueryParam("limit") @DefaultValue("30") int limit) {
        Page<ConversationView> page = switch (scope.toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> new Page<>(chats.active(), null);
            case "ALL" -> history.all(before, limit);
            default -> throw RefusedException.ofField("scope", "ACTIVE or ALL");
        };
        return Frame.object().with("conversations", Frames.array(page.items(), Frames::conversation)).with("next", page.next()).toString();
    }

    /**
     * @param id a conversation that the caller may see
     * @return its text, UTF-8
     */
    @GET
    @Path("/{id}/transcript.txt")
    @Produces("text/plain;charset=UTF-8")
    public Response transcript(@PathParam("id") String id) {
        UUID conversationId = Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such conversation."));
        return Response.ok(transcripts.of(conversationId, Locale.forLanguageTag(user.getLanguage())))
            .header("Content-Disposition", "attachment; filename=\"transcript-" + conversationId + ".txt\"").build();
    }
}

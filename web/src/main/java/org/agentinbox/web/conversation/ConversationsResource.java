package org.agentinbox.web.conversation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;

import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.ConversationHistory;
import org.agentinbox.conversation.ConversationSearch;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.NoteMentions;
import org.agentinbox.conversation.Page;
import org.agentinbox.conversation.SearchHit;
import org.agentinbox.conversation.SearchRequest;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.TransferService;
import org.agentinbox.supervision.SupervisionService;
import org.agentinbox.visitor.VisitorJoins;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.conversation.wrapup.WrapUpLists;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @EJB
    private ConversationHistory history;
    @EJB
    private ConversationSearch search;
    @EJB
    private AgentChats chats;
    @EJB
    private TransferService transfers;
    @EJB
    private SupervisionService supervision;
    @EJB
    private NoteMentions mentions;
    @EJB
    private VisitorJoins joins;
    @EJB
    private WrapUpLists lists;
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
        @QueryParam("limit") @DefaultValue("30") String limit) {
        Page<ConversationView> page = switch (scope.toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> new Page<>(chats.active(), null);
            case "ALL" -> history.all(before, number(limit));
            default -> throw RefusedException.ofField("scope", "ACTIVE or ALL");
        };
        return JsonMessage.object().with("conversations", SocketFrames.array(page.items(), SocketFrames::conversation)).with("next",
            page.next()).toString();
    }

    /**
     * @param text what has to be in it: beginnings of words, parts of Korean words, email addresses
     * @param agent whose
     * @param topic what the visitor showed interest in
     * @param outcome what it came to
     * @param tag what it was given
     * @param from not over before then
     * @param to over before then
     * @param before the {@code next} of the page before
     * @param limit how many past ones at most
     * @return a page of what the caller may see of it, newest first
     */
    @GET
    @Path("/search")
    @Produces(MediaType.APPLICATION_JSON)
    public String search(@QueryParam("q") String text, @QueryParam("agent") String agent, @QueryParam("topic") String topic,
        @QueryParam("outcome") String outcome, @QueryParam("tag") String tag, @QueryParam("from") String from, @QueryParam("to") String to,
        @QueryParam("before") String before,
        @QueryParam("limit") @DefaultValue("30") String limit) {
        Page<SearchHit> page = search
            .find(new SearchRequest(text, id("agent", agent), topic, id("outcome", outcome), id("tag", tag), instant("from", from),
                instant("to", to), before, number(limit)));
        return JsonMessage.object().with("conversations", SocketFrames.array(page.items(), SocketFrames::hit)).with("next", page.next())
            .toString();
    }

    /** @return the lists of outcomes and tags, in their order */
    @GET
    @Path("/wrap-up-choices")
    @Produces(MediaType.APPLICATION_JSON)
    public String wrapUpChoices() {
        return JsonMessage.object().with("outcomes", SocketFrames.array(lists.all(ChoiceKind.OUTCOME), WrapUpFrames::choice))
            .with("tags", SocketFrames.array(lists.all(ChoiceKind.TAG), WrapUpFrames::choice)).toString();
    }

    /** @return everybody who takes or took chats, by name */
    @GET
    @Path("/agents")
    @Produces(MediaType.APPLICATION_JSON)
    public String agents() {
        return JsonMessage.object().with("agents", SocketFrames.array(search.agents(),
            person -> JsonMessage.object().with("id", person.id()).with("name", person.name()).build())).toString();
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw RefusedException.ofField("limit", "a number from 1 to 100");
        }
    }

    private static UUID id(String name, String value) {
        return isMissing(value) ? null : Ids.parse(value).orElseThrow(() -> RefusedException.ofField(name, "an id"));
    }

    private static boolean isMissing(String value) {
        return value == null || value.isEmpty();
    }

    /** An instant that the database can hold too. */
    private static Instant instant(String field, String value) {
        try {
            Instant instant = isMissing(value) ? null : Instant.parse(value);
            if (instant == null || !instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw RefusedException.ofField(field, "an instant such as 2026-03-01T00:00:00Z");
    }

    /**
     * @param id an active conversation of the caller's
     * @return the other agents, by name, each with what speaks against handing it on to them
     */
    @GET
    @Path("/{id}/transfer-candidates")
    @Produces(MediaType.APPLICATION_JSON)
    public String transferCandidates(@PathParam("id") String id) {
        return JsonMessage.object().with("agents", SocketFrames.array(transfers.candidates(conversation(id)), TransferFrames::candidate))
            .toString();
    }

    /**
     * @param id an open conversation of somebody else, or of nobody yet
     * @return the agents and teams to which it might be assigned, by name, each with what speaks against it
     */
    @GET
    @Path("/{id}/assign-candidates")
    @Produces(MediaType.APPLICATION_JSON)
    public String assignCandidates(@PathParam("id") String id) {
        return SupervisionFrames.candidates(supervision.candidates(conversation(id)));
    }

    /**
     * @param id a conversation that the caller may see
     * @return the others who may read it now, and so can be mentioned in its private notes, by name
     */
    @GET
    @Path("/{id}/mention-candidates")
    @Produces(MediaType.APPLICATION_JSON)
    public String mentionCandidates(@PathParam("id") String id) {
        return JsonMessage.object().with("people", SocketFrames.array(mentions.candidates(conversation(id)), person -> JsonMessage.object()
            .with("id", person.id()).with("name", person.name()).withIfAny("title", person.title()).build())).toString();
    }

    /**
     * The visitor is not the person whose email address they claim; for sales admins.
     *
     * @param id a conversation
     * @return the conversation as it is now
     */
    @DELETE
    @Path("/{id}/join")
    @Produces(MediaType.APPLICATION_JSON)
    public String part(@PathParam("id") String id) {
        joins.part(chats.view(conversation(id)).visitor().id());
        return SocketFrames.conversation(chats.view(conversation(id))).toString();
    }

    /**
     * The visitor is that person after all.
     *
     * @param id a conversation
     * @return the conversation as it is now
     */
    @PUT
    @Path("/{id}/join")
    @Produces(MediaType.APPLICATION_JSON)
    public String join(@PathParam("id") String id) {
        joins.join(chats.view(conversation(id)).visitor().id());
        return SocketFrames.conversation(chats.view(conversation(id))).toString();
    }

    /**
     * @param id a conversation that the caller may see
     * @return its text, UTF-8
     */
    @GET
    @Path("/{id}/transcript.txt")
    @Produces("text/plain;charset=UTF-8")
    public Response transcript(@PathParam("id") String id) {
        UUID conversationId = conversation(id);
        return Response.ok(transcripts.of(conversationId, Locale.forLanguageTag(user.getLanguage())))
            .header("Content-Disposition", "attachment; filename=\"transcript-" + conversationId + ".txt\"").build();
    }

    private static UUID conversation(String id) {
        return Ids.parse(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such conversation."));
    }
}

package org.agentinbox.web.notification;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.List;

import org.agentinbox.conversation.MentionView;
import org.agentinbox.conversation.NoteMentions;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the caller was mentioned in private notes. */
@Path("/mentions")
@RequestScoped
public class MentionsResource {

    @EJB
    private NoteMentions mentions;

    /** @return the caller's mentions, newest first, and how many the caller has not seen */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list() {
        List<MentionView> mine = mentions.mine();
        JsonArrayBuilder array = JSON.createArrayBuilder();
        mine.forEach(mention -> array.add(json(mention)));
        return JsonMessage.object().with("mentions", array.build()).with("unseen", mentions.unseen()).toString();
    }

    private static JsonObject json(MentionView mention) {
        return JsonMessage.object().with("conversationId", mention.conversationId()).with("number", mention.number())
            .with("by", mention.authorName()).with("name", mention.visitorName()).with("text", mention.text())
            .with("at", mention.at()).with("seen", mention.seen()).build();
    }

    /** @param body an object whose {@code upTo} is the newest {@code at} that the caller has seen */
    @POST
    @Path("/seen")
    @Consumes(MediaType.APPLICATION_JSON)
    public void seen(String body) {
        mentions.seen(SeenUpTo.read(body));
    }
}

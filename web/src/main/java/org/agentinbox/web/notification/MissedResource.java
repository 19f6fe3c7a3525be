package org.agentinbox.web.notification;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.List;

import org.agentinbox.notification.missed.MissedChat;
import org.agentinbox.notification.missed.MissedChats;
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

/** The caller's missed chats. */
@Path("/missed")
@RequestScoped
public class MissedResource {

    @EJB
    private MissedChats missed;

    /** @return what the caller missed, newest first, and how many the caller has not seen */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list() {
        List<MissedChat> chats = missed.mine();
        JsonArrayBuilder array = JSON.createArrayBuilder();
        chats.forEach(chat -> array.add(json(chat)));
        return JsonMessage.object().with("missed", array.build()).with("unseen", missed.unseen()).toString();
    }

    private static JsonObject json(MissedChat chat) {
        return JsonMessage.object().with("conversationId", chat.conversationId()).with("name", chat.visitorName())
            .with("email", chat.visitorEmail())
            .with("firstLine", chat.firstLine()).with("leftText", chat.leftText()).with("missedAt", chat.missedAt())
            .with("takenBy", chat.takenBy()).with("team", chat.team()).with("seen", chat.seen()).build();
    }

    /** @param body an object whose {@code upTo} is the newest {@code missedAt} that the caller has seen */
    @POST
    @Path("/seen")
    @Consumes(MediaType.APPLICATION_JSON)
    public void seen(String body) {
        missed.seen(SeenUpTo.read(body));
    }
}

package org.agentinbox.web.conversation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.SupervisorActed;
import org.agentinbox.routing.TeamCandidate;
import org.agentinbox.supervision.AssignCandidates;
import org.agentinbox.supervision.WatchView;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** Frames about watching, taking over and assigning chats, for agents only. */
final class SupervisionFrames {

    private SupervisionFrames() {}

    /** The answer to an act: the conversation as it is now. */
    static String answer(ConversationView view, UUID clientIdOrNull) {
        return SocketFrames.conversation(JsonMessage.of("conversation").withIfAny("clientId", clientIdOrNull), view).toString();
    }

    static String watchEnded(UUID conversationId) {
        return JsonMessage.of("watch.ended").with("conversationId", conversationId).toString();
    }

    static String moved(SupervisorActed act) {
        return JsonMessage.of("chat.moved").with("conversationId", act.conversationId()).with("by", person(act.by()))
            .with("agent", person(act.to())).toString();
    }

    static String agent(UUID conversationId, Person agent) {
        return JsonMessage.of("chat.agent").with("conversationId", conversationId).with("agent", SocketFrames.agent(agent)).toString();
    }

    static String watchers(UUID conversationId, Collection<Person> watchers) {
        return JsonMessage.of("watchers").with("conversationId", conversationId)
            .with("watchers", SocketFrames.array(watchers, SupervisionFrames::person)).toString();
    }

    /** All that are watched, each with everybody who does, once. */
    static JsonArray watched(List<WatchView> watches) {
        return SocketFrames.array(WatchedChat.of(watches).values(),
            chat -> JsonMessage.object().with("conversationId", chat.conversationId())
                .with("watchers", SocketFrames.array(chat.watchers(), SupervisionFrames::person)).build());
    }

    static JsonObject team(TeamCandidate team) {
        return JsonMessage.object().with("id", team.id()).with("name", team.name()).with("eligible", team.eligible()).build();
    }

    static String candidates(AssignCandidates candidates) {
        return JsonMessage.object().with("agents", SocketFrames.array(candidates.agents(), TransferFrames::candidate))
            .with("teams", SocketFrames.array(candidates.teams(), SupervisionFrames::team)).toString();
    }

    private static JsonObject person(Person person) {
        return JsonMessage.object().with("id", person.id()).with("name", person.name()).build();
    }
}

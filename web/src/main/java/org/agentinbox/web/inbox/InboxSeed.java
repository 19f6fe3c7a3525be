package org.agentinbox.web.inbox;

import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.ConversationView;
import org.agentinbox.web.conversation.AgentSnapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a page was rendered from, for its script: the frames that its socket would begin with, and the answers that it would ask REST
 * for. The script goes on from there, and the socket brings what came since.
 */
@ApplicationScoped
class InboxSeed {

    @Inject
    private AgentSnapshot snapshot;

    /**
     * @param me the caller
     * @param active the caller's active conversations
     * @param open the conversation that is shown, or null
     * @return JSON that can stand within a script element: a {@code <} would end it
     */
    String of(UUID me, List<ConversationView> active, OpenConversation open) {
        StringBuilder json = new StringBuilder("{\"frames\":[").append(snapshot.welcome(me));
        if (open != null) {
            json.append(',').append(snapshot.messages(open.messages(), open.notes(), me));
        }
        json.append("],\"answers\":{\"conversations?scope=ACTIVE&limit=30\":").append(snapshot.list(active));
        return safe(json.append("}}").toString());
    }

    /**
     * @param me the caller
     * @return the frame that the socket would begin with, as JSON that can stand within a script element
     */
    String welcome(UUID me) {
        return safe(snapshot.welcome(me));
    }

    private static String safe(String json) {
        return json.replace("<", "\\u003c");
    }
}

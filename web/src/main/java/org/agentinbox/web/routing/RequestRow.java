package org.agentinbox.web.routing;

import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

import org.agentinbox.routing.RequestOutcome;
import org.agentinbox.routing.RequestView;

/**
 * A request in the list, in words.
 *
 * @param id of the conversation
 * @param email the visitor's address, or null
 * @param entry the key of the entry, or null
 * @param isMissed whether nobody took it
 * @param outcome what became of it
 * @param agent who took the chat, or null
 */
public record RequestRow(String id, String time, String visitor, String email, String entry, boolean isMissed, String outcome, String agent)
    implements
    Serializable {

    static RequestRow of(RequestView request, DateTimeFormatter times, ResourceBundle texts) {
        return new RequestRow(request.conversationId().toString(), times.format(request.requestedAt()),
            request.visitorName() == null ? texts.getString("requests.nameless") : request.visitorName(), request.visitorEmail(),
            request.entryKey(), request.outcome() == RequestOutcome.MISSED, texts.getString("requests.outcome." + request.outcome()),
            request.agentName());
    }
}

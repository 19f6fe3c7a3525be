package org.agentinbox.web.routing;

import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

import org.agentinbox.routing.RequestOutcome;
import org.agentinbox.routing.RequestView;

/** A request in the list, in words. */
public class RequestRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String time;
    private final String visitor;
    private final String email;
    private final String entry;
    private final RequestOutcome outcome;
    private final String outcomeText;
    private final String agent;

    RequestRow(RequestView request, DateTimeFormatter times, ResourceBundle texts) {
        id = request.conversationId().toString();
        time = times.format(request.requestedAt());
        visitor = request.visitorName() == null ? texts.getString("requests.nameless") : request.visitorName();
        email = request.visitorEmail();
        entry = request.entryKey();
        outcome = request.outcome();
        outcomeText = texts.getString("requests.outcome." + outcome);
        agent = request.agentName();
    }

    /** @return the id of the conversation */
    public String getId() {
        return id;
    }

    /** @return when it was made */
    public String getTime() {
        return time;
    }

    /** @return who made it */
    public String getVisitor() {
        return visitor;
    }

    /** @return the visitor's address, or null */
    public String getEmail() {
        return email;
    }

    /** @return the key of the entry, or null */
    public String getEntry() {
        return entry;
    }

    /** @return whether nobody took it */
    public boolean isMissed() {
        return outcome == RequestOutcome.MISSED;
    }

    /** @return what became of it, in words */
    public String getOutcome() {
        return outcomeText;
    }

    /** @return who took the chat, or null */
    public String getAgent() {
        return agent;
    }
}

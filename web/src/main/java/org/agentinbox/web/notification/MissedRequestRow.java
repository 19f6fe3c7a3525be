package org.agentinbox.web.notification;

import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

import org.agentinbox.notification.missed.MissedRequestView;
import org.agentinbox.web.platform.PageMessages;

/** A missed request in the list, in words. */
public class MissedRequestRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String time;
    private final String visitor;
    private final String email;
    private final String phone;
    private final String entry;
    private final String wrote;
    private final boolean left;
    private final String why;
    private final String seenTo;

    MissedRequestRow(MissedRequestView request, DateTimeFormatter times, ResourceBundle texts) {
        id = request.conversationId().toString();
        time = times.format(request.requestedAt());
        visitor = request.visitorName() == null ? texts.getString("requests.nameless") : request.visitorName();
        email = request.email();
        phone = request.phone();
        entry = request.entryKey();
        left = request.leftText() != null;
        wrote = left ? request.leftText() : request.firstLine();
        why = texts.getString(request.visitorLeft() ? "requests.outcome.LEFT" : "requests.outcome.MISSED");
        seenTo = request.seenToAt() == null ? null
            : PageMessages.text("missedRequests.by", request.seenToBy() == null ? "" : request.seenToBy(),
                times.format(request.seenToAt()));
    }

    /** @return the id of the conversation */
    public String getId() {
        return id;
    }

    /** @return when the chat was requested */
    public String getTime() {
        return time;
    }

    /** @return who requested it */
    public String getVisitor() {
        return visitor;
    }

    /** @return where to write to, or null */
    public String getEmail() {
        return email;
    }

    /** @return where to call, or null */
    public String getPhone() {
        return phone;
    }

    /** @return the key of the entry, or null */
    public String getEntry() {
        return entry;
    }

    /** @return the message that was left, else what was written first, or null */
    public String getWrote() {
        return wrote;
    }

    /** @return whether a message was left */
    public boolean isLeft() {
        return left;
    }

    /** @return why nobody took it, in short */
    public String getWhy() {
        return why;
    }

    /** @return who has seen to it and when, or null */
    public String getSeenTo() {
        return seenTo;
    }
}

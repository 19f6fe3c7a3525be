package org.agentinbox.web.notification;

import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

import org.agentinbox.notification.missed.MissedRequestView;
import org.agentinbox.web.inbox.VisitorFact;
import org.agentinbox.web.platform.PageMessages;

/**
 * A missed request in the list, in words.
 *
 * @param id of the conversation
 * @param email where to write to, or null
 * @param link for writing to it, or null
 * @param phone where to call, or null
 * @param entry the key of the entry, or null
 * @param wrote the message that was left, else what was written first, or null
 * @param left whether a message was left
 * @param why nobody took it, in short
 * @param seenTo who has seen to it and when, or null
 */
public record MissedRequestRow(String id, String time, String visitor, String email, String link, String phone, String entry, String wrote,
    boolean left, String why, String seenTo) implements Serializable {

    static MissedRequestRow of(MissedRequestView request, DateTimeFormatter times, ResourceBundle texts) {
        boolean left = request.leftText() != null;
        return new MissedRequestRow(request.conversationId().toString(), times.format(request.requestedAt()),
            request.visitorName() == null ? texts.getString("requests.nameless") : request.visitorName(), request.email(),
            request.email() == null ? null : VisitorFact.mailto(request.email()), request.phone(), request.entryKey(),
            left ? request.leftText() : request.firstLine(), left,
            texts.getString(request.visitorLeft() ? "requests.outcome.LEFT" : "requests.outcome.MISSED"), seenTo(request, times));
    }

    private static String seenTo(MissedRequestView request, DateTimeFormatter times) {
        String by = request.seenToBy() == null ? "" : request.seenToBy();
        return request.seenToAt() == null ? null : PageMessages.text("missedRequests.by", by, times.format(request.seenToAt()));
    }
}

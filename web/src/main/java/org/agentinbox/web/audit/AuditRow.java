package org.agentinbox.web.audit;

import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ResourceBundle;

import org.agentinbox.audit.AuditView;

/**
 * An entry in words.
 *
 * @param address of the client, or null
 * @param kind what kind of thing it was about, or null
 * @param subject what it was called, or its id, or null
 */
public record AuditRow(String id, String time, String who, String address, String act, String kind, String subject,
    List<ChangeLine> changes) implements Serializable {

    static AuditRow of(AuditView entry, DateTimeFormatter times, ResourceBundle texts) {
        return new AuditRow(entry.id().toString(), times.format(entry.at()), who(entry, texts), entry.address(),
            entry.act() == null ? entry.actCode() : texts.getString("audit.act." + entry.act()), kind(entry.subject(), texts),
            entry.subjectName() != null ? entry.subjectName() : entry.subjectId() == null ? null : entry.subjectId().toString(),
            new ChangeTexts(texts).lines(entry.before(), entry.after()));
    }

    private static String who(AuditView entry, ResourceBundle texts) {
        String name = entry.actorName() != null ? entry.actorName() : entry.actorId() == null ? "" : entry.actorId().toString();
        return switch (entry.who()) {
            case "ACCOUNT" -> name;
            case "KEY" -> texts.getString("audit.who.KEY") + " " + name;
            default -> texts.getString("audit.who." + entry.who());
        };
    }

    private static String kind(String subject, ResourceBundle texts) {
        return subject == null ? null
            : texts.containsKey("audit.subject." + subject) ? texts.getString("audit.subject." + subject) : subject;
    }
}

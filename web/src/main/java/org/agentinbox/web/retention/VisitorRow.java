package org.agentinbox.web.retention;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.UUID;

import org.agentinbox.retention.VisitorHeld;

/** A line of the table of visitors, in the reader's language. */
public class VisitorRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String name;
    private final String email;
    private final String seenAt;
    private final long conversations;
    private final String confirmation;
    private final boolean held;
    private final String hold;
    private final String holdReason;

    VisitorRow(VisitorHeld visitor, Times times, ResourceBundle texts) {
        id = visitor.id();
        name = visitor.name() == null ? "-" : visitor.name();
        email = visitor.email() == null ? "-" : visitor.email();
        seenAt = times.text(visitor.seenAt());
        conversations = visitor.conversations();
        confirmation = visitor.confirmation();
        held = visitor.holdReason() != null;
        hold = held ? MessageFormat.format(texts.getString("privacy.held"), visitor.holdBy(), times.text(visitor.holdAt())) : "-";
        holdReason = visitor.holdReason();
    }

    UUID id() {
        return id;
    }

    /** @return never changes */
    public String getId() {
        return id.toString();
    }

    /** @return the name, or a dash */
    public String getName() {
        return name;
    }

    /** @return the address, or a dash */
    public String getEmail() {
        return email;
    }

    /** @return when they were last there */
    public String getSeenAt() {
        return seenAt;
    }

    /** @return how many conversations there are */
    public long getConversations() {
        return conversations;
    }

    /** @return what to type before everything goes */
    public String getConfirmation() {
        return confirmation;
    }

    /** @return whether nothing of them may go */
    public boolean isHeld() {
        return held;
    }

    /** @return who holds since when, or a dash */
    public String getHold() {
        return hold;
    }

    /** @return why nothing may go, or null */
    public String getHoldReason() {
        return holdReason;
    }
}

package org.agentinbox.web.retention;

import java.text.MessageFormat;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.retention.VisitorDataView;

/** A row of the table of visitors. */
public class VisitorRow extends SubjectRow {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String email;
    private final boolean verified;
    private final String identity;
    private final String seenAt;
    private final long conversations;
    private final boolean held;
    private final String hold;
    private final String holdReason;

    VisitorRow(VisitorDataView visitor, InstantFormat format, ResourceBundle texts) {
        super(visitor.id(), label(visitor), visitor.confirmation(), MessageFormat.format(texts.getString(
            visitor.email() == null ? "privacy.erase.visitor" : "privacy.erase.claimant"), visitor.email()));
        name = dash(visitor.name());
        email = dash(visitor.email());
        verified = visitor.isVerified();
        identity = verified ? MessageFormat.format(texts.getString("privacy.identity.signed"), visitor.person())
            : texts.getString(visitor.email() == null ? "privacy.identity.none" : "privacy.identity.claimed");
        seenAt = format.text(visitor.seenAt());
        conversations = visitor.conversations();
        held = visitor.holdReason() != null;
        hold = held ? MessageFormat.format(texts.getString("privacy.held"), visitor.holdBy(), format.text(visitor.holdAt())) : "-";
        holdReason = visitor.holdReason();
    }

    private static String label(VisitorDataView visitor) {
        return Stream.of(visitor.name(), visitor.email(), visitor.confirmation()).filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    }

    /** @return the name, or a dash */
    public String getName() {
        return name;
    }

    /** @return the address, or a dash */
    public String getEmail() {
        return email;
    }

    /** @return whether the site signed who they are, so that their data is exported and erased with the person */
    public boolean isVerified() {
        return verified;
    }

    /** @return whether their identity is verified or claimed, in words */
    public String getIdentity() {
        return identity;
    }

    /** @return when they were last seen */
    public String getSeenAt() {
        return seenAt;
    }

    /** @return how many conversations there are */
    public long getConversations() {
        return conversations;
    }

    /** @return whether they are under a legal hold */
    public boolean isHeld() {
        return held;
    }

    /** @return who placed the hold and when, or a dash */
    public String getHold() {
        return hold;
    }

    /** @return the reason for the hold, or null */
    public String getHoldReason() {
        return holdReason;
    }
}

package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.visitor.ClaimedEmail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A chat that nobody took, with the message that its visitor left and who has seen to it. */
@Entity
class MissedRequest {

    @Id
    private UUID conversationId;
    private UUID clientId;
    private String email;
    private String text;
    private Instant leftAt;
    private UUID seenToBy;
    private Instant seenToAt;

    protected MissedRequest() {}

    MissedRequest(UUID conversationId) {
        this.conversationId = conversationId;
    }

    /**
     * The visitor leaves a message.
     *
     * @param longest the most characters of the text
     * @return whether it is new; false for the same act again
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code email}; as for a message of a chat; {@link Refusal#NOT_ALLOWED}
     *     where another message was left
     */
    boolean leave(UUID client, String address, String message, int longest, Instant now) {
        if (client.equals(clientId)) {
            return false;
        }
        if (clientId != null) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "A message was left here already.");
        }
        String checked = ClaimedEmail.checked(address);
        if (checked == null) {
            throw RefusedException.ofField("email", "where can we reach you?");
        }
        text = TextRules.message(message, longest);
        email = checked;
        clientId = client;
        leftAt = now;
        return true;
    }

    void seeTo(UUID accountOrNull, Instant now) {
        seenToBy = accountOrNull;
        seenToAt = accountOrNull == null ? null : now;
    }

    String email() {
        return email;
    }

    String text() {
        return text;
    }
}

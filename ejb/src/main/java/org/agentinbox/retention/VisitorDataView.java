package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor, as administrators of privacy see them.
 *
 * @param id never changes
 * @param name what they call themselves, or null
 * @param email what they claim or the site signed, or null
 * @param person the address of the person whom the site signed; null where all they say of themselves is a claim
 * @param seenAt when they were last seen
 * @param conversations how many there are
 * @param open whether one of them is open
 * @param holdReason why nothing may be removed; null without a hold
 * @param holdBy who placed the hold
 * @param holdAt since when
 */
public record VisitorDataView(UUID id, String name, String email, String person, Instant seenAt, long conversations, boolean open,
    String holdReason, String holdBy, Instant holdAt) {

    static final int CODE_LENGTH = 8;

    /** @return whether the site signed who they are */
    public boolean isVerified() {
        return person != null;
    }

    /**
     * What must be typed to confirm an erasure: the end of the id. Several visitors may use the same name and claim the same address, but
     * nobody can choose an id.
     *
     * @return 8 hexadecimal digits
     */
    public String confirmation() {
        String text = id.toString();
        return text.substring(text.length() - CODE_LENGTH);
    }
}

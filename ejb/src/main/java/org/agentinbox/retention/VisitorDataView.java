package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor, for whoever answers for their data.
 *
 * @param id never changes
 * @param name what they call themselves, or null
 * @param email what they say or the site signed, or null
 * @param person the address of the person that they are by the site's word, or null: all that they say of themselves is a claim
 * @param seenAt when they were last there
 * @param conversations how many there are
 * @param open whether one of them is under way
 * @param holdReason why nothing may go, or null where it may
 * @param holdBy who said so
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
     * What to type to confirm that everything of them goes: the end of their id. Several visitors may call themselves the same and claim
     * the same address, and none of them chooses this.
     *
     * @return 8 digits, hexadecimal
     */
    public String confirmation() {
        String text = id.toString();
        return text.substring(text.length() - CODE_LENGTH);
    }
}

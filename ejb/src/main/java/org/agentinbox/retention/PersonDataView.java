package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A person whom the site or a CRM vouches for, as administrators of privacy see them.
 *
 * @param id of the record; never changes
 * @param email whose, in lower case
 * @param name or null
 * @param verifiedAt when somebody last vouched for them
 * @param visitors browsers for which the site signed this person: they belong to the person
 * @param claims browsers in which somebody only claims the address: they do not
 * @param conversations in the browsers that belong to the person
 */
public record PersonDataView(UUID id, String email, String name, Instant verifiedAt, long visitors, long claims, long conversations) {

    /** @return what must be typed to confirm an erasure; each person has another one */
    public String confirmation() {
        return email;
    }
}

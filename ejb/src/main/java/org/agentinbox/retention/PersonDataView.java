package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A person whom the site or a CRM vouches for, for whoever answers for their data.
 *
 * @param id of the record; never changes
 * @param email whose, in lower case
 * @param name or null
 * @param verifiedAt when somebody last vouched for them
 * @param visitors browsers in which the site signed that it is them: they belong to the person
 * @param claims browsers in which somebody only says so: they do not
 * @param conversations in the browsers that belong to the person
 */
public record PersonDataView(UUID id, String email, String name, Instant verifiedAt, long visitors, long claims, long conversations) {

    /** @return what to type to confirm that everything of them goes: no other person has it */
    public String confirmation() {
        return email;
    }
}

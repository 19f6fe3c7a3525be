package org.agentinbox.dayoff;

import java.io.Serializable;
import java.util.UUID;

/**
 * Whose a day off is.
 *
 * @param scope whose kind it is
 * @param id of the account or of the team; null for everybody
 */
public record DayOffOwner(DayOffScope scope, UUID id) implements Serializable {

    /** Everybody. */
    public static final DayOffOwner SITE = new DayOffOwner(DayOffScope.SITE, null);

    /** @throws IllegalArgumentException where everybody has an id, or somebody has none */
    public DayOffOwner {
        if (scope == DayOffScope.SITE != (id == null)) {
            throw new IllegalArgumentException(scope + " " + id);
        }
    }

    /** @return one person */
    public static DayOffOwner account(UUID id) {
        return new DayOffOwner(DayOffScope.AGENT, id);
    }

    /** @return the members of a team */
    public static DayOffOwner team(UUID id) {
        return new DayOffOwner(DayOffScope.TEAM, id);
    }

    UUID accountId() {
        return scope == DayOffScope.AGENT ? id : null;
    }

    UUID teamId() {
        return scope == DayOffScope.TEAM ? id : null;
    }
}

package org.agentinbox.dayoff;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is in which team, for days off of teams. Teams are a feature above this one, which implements it. */
public interface TeamMembers {

    /**
     * @param accountId of whom
     * @return the teams in which they are
     */
    Set<UUID> teamsOf(UUID accountId);

    /**
     * @param accountColumn a column that names an account
     * @return SQL that selects the ids of the teams in which the account is; it has no parameters
     */
    String idsOfAccount(String accountColumn);

    /** @return all teams with their members, as they are in the database now */
    Map<UUID, Set<UUID>> members();

    /** @return all teams with their names */
    Map<UUID, String> names();
}

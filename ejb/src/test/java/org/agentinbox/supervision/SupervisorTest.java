package org.agentinbox.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.team.TeamView;
import org.junit.jupiter.api.Test;

/** Tests who may watch, take, assign and end a chat of somebody else. */
class SupervisorTest {

    private final UUID lead = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final TeamView own = team(lead, lead, member);
    private final TeamView others = team(other, other, UUID.randomUUID());

    private static TeamView team(UUID lead, UUID... members) {
        return new TeamView(UUID.randomUUID(), 0, "Team", Set.of(members), lead);
    }

    @Test
    void aSalesAdminLeadsAllChatsButTheirOwn() {
        Supervisor admin = new Supervisor(lead, true, List.of());
        assertTrue(admin.supervises(other, null));
        assertTrue(admin.supervises(null, null));
        assertFalse(admin.supervises(lead, null));
    }

    @Test
    void aLeadLeadsTheChatsOfTheTeamsMembers() {
        Supervisor one = new Supervisor(lead, false, List.of(own));
        assertTrue(one.supervises(member, null));
        assertFalse(one.supervises(other, null));
        assertFalse(one.supervises(lead, null), "one's own chat");
        assertEquals(Set.of(member), one.agents());
    }

    @Test
    void whatNobodyHasIsTheAskedTeams() {
        Supervisor one = new Supervisor(lead, false, List.of(own));
        assertTrue(one.supervises(null, own.id()));
        assertFalse(one.supervises(null, others.id()));
        assertFalse(one.supervises(null, null));
        assertFalse(one.supervises(other, own.id()), "somebody outside the team has it by now");
    }

    @Test
    void aMemberWhoIsNoLeadLeadsNothing() {
        Supervisor one = new Supervisor(member, false, List.of(own, others));
        assertFalse(one.supervises(lead, own.id()));
        assertFalse(one.supervises(other, null));
        assertFalse(one.supervises(null, own.id()));
        assertEquals(Set.of(), one.agents());
    }
}

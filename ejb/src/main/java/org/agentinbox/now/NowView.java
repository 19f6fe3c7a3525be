package org.agentinbox.now;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What goes on, as one person may see it.
 *
 * @param at when it was read
 * @param zone of the day of the figures
 * @param everything whether nothing is left out, as for sales admins
 * @param teams those that the person sees, by name
 * @param agents by name
 * @param waiting the longest wait first
 * @param chats by {@link NowChat#LONGEST_WAIT}
 * @param today the figures of the present day, at most five seconds old
 */
public record NowView(Instant at, ZoneId zone, boolean everything, List<NowTeam> teams, List<NowAgent> agents, List<NowWaiting> waiting,
    List<NowChat> chats, NowFigures today) {
    /** Copies the lists. */
    public NowView {
        teams = List.copyOf(teams);
        agents = List.copyOf(agents);
        waiting = List.copyOf(waiting);
        chats = List.copyOf(chats);
    }
}

package org.agentinbox.web.inbox;

import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.routing.TeamCandidate;
import org.agentinbox.routing.TransferCandidate;
import org.agentinbox.routing.Verdict;
import org.agentinbox.web.account.PhotoAddress;

/**
 * An agent or a team to whom a chat can be given.
 *
 * @param title what an agent says they are; null for teams, and for who says nothing
 * @param photo address of the agent's picture; null where there is none
 * @param kind {@code agent} or {@code team}
 * @param can whether they can be chosen now
 * @param why their load, or why they cannot be chosen, in words
 */
public record HandoverRow(UUID id, String name, String title, String photo, String kind, boolean can, String why) {

    static HandoverRow of(TransferCandidate candidate, String context, InboxTexts texts, ReaderTimes times) {
        boolean can = candidate.verdict() == Verdict.TAKEN;
        String chats = times.number(candidate.chats());
        String why = can ? texts.plural("live.chats", candidate.chats(), chats)
            : texts.text("transfer." + candidate.verdict(), chats, times.number(candidate.most()));
        Person agent = candidate.agent();
        String photo = agent.photoTag() == null ? null : PhotoAddress.of(context, agent.id(), agent.photoTag());
        return new HandoverRow(agent.id(), agent.name(), agent.title(), photo, "agent", can, why);
    }

    static HandoverRow of(TeamCandidate team, InboxTexts texts, ReaderTimes times) {
        boolean can = team.eligible() > 0;
        String why = can ? texts.text("assign.team", times.number(team.eligible())) : texts.text("assign.team.none");
        return new HandoverRow(team.id(), team.name(), null, null, "team", can, why);
    }

    /** @return what stands in the circle before the name */
    public String initials() {
        return Names.initials(name);
    }

    /** @return the class of the circle's colour */
    public String hue() {
        return Names.hue(id.toString());
    }
}

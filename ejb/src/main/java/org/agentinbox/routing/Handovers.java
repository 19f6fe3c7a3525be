package org.agentinbox.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ChatHolder;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.Teams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Gives open chats to agents at once, on behalf of a lead or a sales admin, without asking these agents. What was offered of the chat ends.
 * It checks no permission: its caller does, and has locked the conversation. Works in its caller's transaction.
 */
@ApplicationScoped
public class Handovers {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Offers offers;
    @Inject
    private Transfers transfers;
    @Inject
    private AgentChoice agentChoice;
    @Inject
    private Teams teams;

    /**
     * Gives the chat to whoever asks for it, whatever their switch and their limit say.
     *
     * @param chat open, and not theirs
     * @param agentId who takes it
     * @return the conversation as it is now
     */
    public ConversationView take(ChatHolder chat, UUID agentId) {
        offers.chatMoves(chat.conversationId());
        return move(chat, agentId);
    }

    /**
     * Gives the chat to an agent who can take it by the rules of transfers.
     *
     * @param chat open
     * @param by who does it
     * @param agentId to whom
     * @return the conversation as it is now
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where that is no other agent who takes chats, {@link Refusal#AGENT_BUSY}
     */
    public ConversationView assign(ChatHolder chat, UUID by, UUID agentId) {
        offers.chatMoves(chat.conversationId());
        EvaluatedCandidate evaluated = transfers.evaluateUnderLock(chat.agentId(), agentId);
        em.persist(RoutingDecision.ofTransfer(chat.conversationId(), clock.instant(), by, evaluated));
        return move(chat, agentId);
    }

    /**
     * Gives the chat to the agent of a team whose turn it is.
     *
     * @param chat open
     * @param by who does it
     * @param teamId to which team
     * @return the conversation as it is now
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where there is no such team, {@link Refusal#AGENT_BUSY} where nobody of it can
     *     take a chat now
     */
    public ConversationView assignToTeam(ChatHolder chat, UUID by, UUID teamId) {
        TeamView team = teams.find(teamId).orElseThrow(() -> RefusedException.ofField("teamId", "a team"));
        offers.chatMoves(chat.conversationId());
        Pool pool = new Pool(PoolKind.TEAM, team.id(), team.name(), others(team, chat.agentId()));
        EvaluatedCandidate taken = agentChoice.choose(new RoutingPlan(List.of(), List.of(pool)), Set.of()).taken()
            .orElseThrow(() -> new RefusedException(Refusal.AGENT_BUSY,
                "Nobody else of this team can take a chat now. Choose another team, or an agent."));
        Instant now = clock.instant();
        em.persist(RoutingDecision.ofTransfer(chat.conversationId(), now, by, taken));
        return move(chat, taken.agentId());
    }

    private static Set<UUID> others(TeamView team, UUID agentOrNull) {
        return team.members().stream().filter(member -> !member.equals(agentOrNull)).collect(Collectors.toSet());
    }

    private ConversationView move(ChatHolder chat, UUID agentId) {
        return chat.agentId() == null ? assignment.connect(chat.conversationId(), agentId)
            : assignment.transfer(chat.conversationId(), chat.agentId(), agentId);
    }

    /**
     * @param agentOrNull who has the chat
     * @return all other agents who take chats, by name, each with the reason why they cannot be chosen, if there is one
     */
    public List<TransferCandidate> agents(UUID agentOrNull) {
        return transfers.candidates(agentOrNull);
    }

    /**
     * @param agents as {@link #agents} gave them
     * @return all teams, by name
     */
    public List<TeamCandidate> teams(List<TransferCandidate> agents) {
        Map<UUID, TransferCandidate> byId = agents.stream().collect(Collectors.toMap(one -> one.agent().id(), Function.identity()));
        return teams.all().stream().map(team -> new TeamCandidate(team.id(), team.name(), (int) team.members().stream().map(byId::get)
            .filter(one -> one != null && one.verdict() == Verdict.TAKEN).count())).toList();
    }
}

package org.agentinbox.supervision;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ChatHolder;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.SupervisorActed;
import org.agentinbox.conversation.SupervisorActed.Act;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.Handovers;
import org.agentinbox.routing.TransferCandidate;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * What leads and sales admins do with chats of others. Each method refuses with {@link Refusal#FORBIDDEN} whoever may not, also for a chat
 * that does not exist; a sales admin gets {@link Refusal#NOT_FOUND} for that. A chat that is over is refused with
 * {@link Refusal#CHAT_ENDED}.
 */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class SupervisionService {

    private static final String KNOWN = "SELECT by_id FROM supervisor_act WHERE conversation_id = :chat AND client_id = :client";
    private static final String STORE = """
        INSERT INTO supervisor_act (conversation_id, client_id, by_id, act, from_agent_id, to_agent_id, team_id, at)
        VALUES (:chat, :client, :by, :act, CAST(:from AS uuid), :to, CAST(:team AS uuid), :at)
        """;

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Handovers handovers;
    @Inject
    private TeamLeads leads;
    @Inject
    private Watches watches;
    @Inject
    private Directory directory;
    @Inject
    private Event<SupervisorActed> acted;

    /**
     * A page of the caller watches a chat from now on, until {@link #unwatch}, until the chat is over, or as long as the page is open.
     *
     * @param conversationId a chat of somebody else, or of nobody yet
     * @param connectionId of the page, as {@code availability.Presence} gave it
     * @return the conversation as it is now
     */
    public ConversationView watch(UUID conversationId, UUID connectionId) {
        ChatHolder chat = supervised(conversationId);
        if (watches.begin(conversationId, me(), connectionId)) {
            tell(Act.WATCHED, chat, null, null);
        }
        return assignment.view(conversationId);
    }

    /** The page watches the chat no longer; nothing happens where it does not. */
    public void unwatch(UUID conversationId, UUID connectionId) {
        watches.end(conversationId, me(), connectionId);
    }

    /**
     * The caller has the chat from now on, also where they are not available or have as many chats as they may.
     *
     * @param clientId names the act: the same one again changes nothing
     * @param fromOrNull whose chat the caller thinks it is; null for whoever has it
     * @return the conversation as it is now
     * @throws RefusedException {@link Refusal#CHANGED_MEANWHILE} where somebody else has it
     */
    public ConversationView take(UUID conversationId, UUID clientId, UUID fromOrNull) {
        return once(conversationId, clientId, Act.TAKEN, fromOrNull, null, chat -> handovers.take(chat, me()));
    }

    /**
     * An agent has the chat from now on, by the rules for whom a chat can be transferred to; they are not asked.
     *
     * @param clientId as for {@link #take}
     * @param fromOrNull as for {@link #take}
     * @return the conversation as it is now
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code agentId}, {@link Refusal#AGENT_BUSY},
     *     {@link Refusal#CHANGED_MEANWHILE}
     */
    public ConversationView assign(UUID conversationId, UUID clientId, UUID fromOrNull, UUID agentId) {
        return once(conversationId, clientId, Act.ASSIGNED, fromOrNull, null, chat -> handovers.assign(chat, me(), agentId));
    }

    /** The same for the agent of a team whose turn it is. */
    public ConversationView assignToTeam(UUID conversationId, UUID clientId, UUID fromOrNull, UUID teamId) {
        return once(conversationId, clientId, Act.ASSIGNED, fromOrNull, teamId, chat -> handovers.assignToTeam(chat, me(), teamId));
    }

    /** @return to whom the chat might be assigned */
    public AssignCandidates candidates(UUID conversationId) {
        List<TransferCandidate> agents = handovers.agents(supervised(conversationId).agentId());
        return new AssignCandidates(agents, handovers.teams(agents));
    }

    /** @return the watches of the caller's chats and of those that they might watch */
    public List<WatchView> watched() {
        UUID me = me();
        boolean all = isSalesAdmin();
        return watches.all().stream().filter(watch -> all || me.equals(watch.agentId()) || watch.leads().contains(me)).toList();
    }

    private ConversationView once(UUID conversationId, UUID clientId, Act act, UUID fromOrNull, UUID teamOrNull,
        Function<ChatHolder, ConversationView> move) {
        lock(conversationId);
        ChatHolder chat = assignment.holder(conversationId);
        if (isKnown(conversationId, clientId) || me().equals(chat.agentId()) && act == Act.TAKEN && chat.open()) {
            return mayStillSee(chat);
        }
        check(chat);
        if (fromOrNull != null && !fromOrNull.equals(chat.agentId())) {
            throw new RefusedException(Refusal.CHANGED_MEANWHILE, "Somebody else has this chat by now. Look who, and decide again.");
        }
        ConversationView moved = move.apply(chat);
        store(chat, clientId, act, moved.agent().id(), teamOrNull);
        watches.end(conversationId, moved.agent().id(), null);
        tell(act, chat, moved, teamOrNull);
        return moved;
    }

    private void lock(UUID conversationId) {
        try {
            assignment.lock(conversationId);
        } catch (RefusedException e) {
            throw isSalesAdmin() ? e : forbidden();
        }
    }

    private boolean isKnown(UUID conversationId, UUID clientId) {
        Optional<?> by = em.createNativeQuery(KNOWN, UUID.class).setParameter("chat", conversationId).setParameter("client", clientId)
            .getResultStream().findFirst();
        if (by.isPresent() && !by.get().equals(me())) {
            throw RefusedException.ofField("clientId", "this id names an act of somebody else");
        }
        return by.isPresent();
    }

    private ConversationView mayStillSee(ChatHolder chat) {
        if (chat.open() && !me().equals(chat.agentId())) {
            check(chat);
        }
        return assignment.view(chat.conversationId());
    }

    private void store(ChatHolder chat, UUID clientId, Act act, UUID to, UUID teamOrNull) {
        em.createNativeQuery(STORE).setParameter("chat", chat.conversationId()).setParameter("client", clientId).setParameter("by", me())
            .setParameter("act", act.name()).setParameter("from", chat.agentId()).setParameter("to", to).setParameter("team", teamOrNull)
            .setParameter("at", clock.instant()).executeUpdate();
    }

    private void tell(Act act, ChatHolder chat, ConversationView movedOrNull, UUID teamOrNull) {
        acted.fire(new SupervisorActed(act, chat.conversationId(), chat.visitorId(), directory.person(me()), chat.agentId(),
            movedOrNull == null ? null : movedOrNull.agent(), teamOrNull));
    }

    private ChatHolder supervised(UUID conversationId) {
        ChatHolder chat;
        try {
            chat = assignment.holder(conversationId);
        } catch (RefusedException e) {
            throw isSalesAdmin() ? e : forbidden();
        }
        check(chat);
        return chat;
    }

    private void check(ChatHolder chat) {
        if (!leads.supervises(leads.of(me(), isSalesAdmin()), chat.conversationId(), chat.agentId())) {
            throw forbidden();
        }
        if (!chat.open()) {
            throw new RefusedException(Refusal.CHAT_ENDED, "This chat is over.");
        }
    }

    private static RefusedException forbidden() {
        return new RefusedException(Refusal.FORBIDDEN, "Only sales admins, and the leads of its team, may do that with a chat of others.");
    }

    private boolean isSalesAdmin() {
        return context.isCallerInRole(SALES_ADMIN_NAME);
    }

    private UUID me() {
        return Caller.account(context);
    }
}

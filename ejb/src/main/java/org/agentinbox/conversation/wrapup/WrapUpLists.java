package org.agentinbox.conversation.wrapup;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The lists of outcomes and tags: admins keep them, and whoever takes chats chooses from them. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class WrapUpLists {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private WrapUpChoices choices;

    /** @return the list in its order, retired ones too */
    @RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
    public List<ChoiceView> all(ChoiceKind kind) {
        return choices.views(kind);
    }

    /**
     * Adds one at the end of its list.
     *
     * @return what is stored
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code name} or {@code nameKo}; {@link Refusal#NAME_TAKEN}
     */
    public ChoiceView add(ChoiceKind kind, ChoiceWish wish) {
        choices.lock();
        int count = choices.list(kind).size();
        if (count >= kind.most()) {
            throw RefusedException.ofField("name", "at most " + kind.most());
        }
        WrapUpChoice choice = new WrapUpChoice(Ids.next(clock.instant()), kind, count + 1);
        write(choice, wish);
        em.persist(choice);
        return choice.view();
    }

    /**
     * Changes one. Chats that have it show its new name.
     *
     * @param version of what the caller has read
     * @return what is stored
     * @throws RefusedException as {@link #add}; {@link Refusal#NOT_FOUND}; {@link Refusal#CHANGED_MEANWHILE}
     */
    public ChoiceView change(UUID id, int version, ChoiceWish wish) {
        choices.lock();
        WrapUpChoice choice = find(id);
        choice.requireVersion(version);
        write(choice, wish);
        em.flush();
        return choice.view();
    }

    /**
     * Takes one off its list. Chats that have it keep it.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void remove(UUID id) {
        choices.lock();
        find(id).remove(clock.instant());
    }

    /**
     * @param order the ids of the whole list in the order in which it is to be shown
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code order} where it has others by now
     */
    public void order(ChoiceKind kind, List<UUID> order) {
        choices.lock();
        List<WrapUpChoice> all = choices.list(kind);
        if (order.size() != all.size() || !new HashSet<>(order).equals(new HashSet<>(all.stream().map(WrapUpChoice::id).toList()))) {
            throw RefusedException.ofField("order", "each one once; somebody has added or removed one");
        }
        all.forEach(choice -> choice.moveTo(order.indexOf(choice.id()) + 1));
    }

    private void write(WrapUpChoice choice, ChoiceWish wish) {
        // Read before it is changed: a query would store the change, and the database refuses it less clearly.
        List<ChoiceView> all = choices.views(choice.kind());
        choice.write(wish, clock.instant());
        String name = choice.view().is().name();
        if (all.stream().anyMatch(other -> !other.id().equals(choice.id()) && other.is().name().equalsIgnoreCase(name))) {
            throw new RefusedException(Refusal.NAME_TAKEN, "There is one with this name already.");
        }
    }

    private WrapUpChoice find(UUID id) {
        WrapUpChoice choice = em.find(WrapUpChoice.class, id);
        if (choice == null || choice.isRemoved()) {
            throw new RefusedException(Refusal.NOT_FOUND, "It is not on the list any more.");
        }
        return choice;
    }
}

package org.agentinbox.conversation.wrapup;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What chats were given after their end. Works in its caller's transaction, and checks no permission: its callers do. */
@ApplicationScoped
public class WrapUps {

    private static final Comparator<ChoiceView> REMOVED_LAST = Comparator.comparing(ChoiceView::removed);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private WrapUpChoices choices;
    @Inject
    private Directory directory;

    /**
     * Gives a chat an outcome and tags, in place of those that it has.
     *
     * @param conversationId one that ended, which the caller has locked
     * @param by an account
     * @return what is stored
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#CHOICE_GONE} where something is not on its list any more, and the
     *     chat does not have it already
     */
    public WrapUpView set(UUID conversationId, WrapUpWish wish, UUID by) {
        Map<UUID, ChoiceView> known = choices.byId(wish.all());
        Optional<WrapUp> before = Optional.ofNullable(em.find(WrapUp.class, conversationId));
        WrapUp wrapUp = before.orElseGet(() -> new WrapUp(conversationId));
        wrapUp.write(wish, known, by, clock.instant());
        if (before.isEmpty()) {
            em.persist(wrapUp);
        }
        em.flush();
        return of(Set.of(conversationId)).get(conversationId);
    }

    /** @return the wrap-ups of those of the conversations that have one, by conversation */
    public Map<UUID, WrapUpView> of(Collection<UUID> conversationIds) {
        List<WrapUp> found = conversationIds.isEmpty() ? List.of()
            : em.createQuery("SELECT DISTINCT w FROM WrapUp w LEFT JOIN FETCH w.tags WHERE w.conversationId IN :ids", WrapUp.class)
                .setParameter("ids", conversationIds).getResultList();
        Map<UUID, ChoiceView> known = choices.byId(found.stream().flatMap(w -> w.all().stream()).collect(Collectors.toSet()));
        Map<UUID, Person> people = directory.people(found.stream().map(WrapUp::changedBy).collect(Collectors.toSet()));
        return found.stream().collect(Collectors.toMap(WrapUp::conversationId, w -> view(w, known, people::get)));
    }

    private static WrapUpView view(WrapUp wrapUp, Map<UUID, ChoiceView> known, Function<UUID, Person> person) {
        List<ChoiceView> tags = known.values().stream().filter(choice -> wrapUp.tags().contains(choice.id())).sorted(REMOVED_LAST)
            .toList();
        ChoiceView outcome = wrapUp.outcomeId() == null ? null : known.get(wrapUp.outcomeId());
        return new WrapUpView(outcome, tags, person.apply(wrapUp.changedBy()), wrapUp.changedAt());
    }
}

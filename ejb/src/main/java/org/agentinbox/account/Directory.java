package org.agentinbox.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Names and pictures, for the other features. */
@ApplicationScoped
public class Directory {

    /** A new name shows on every node within this time; until then each message of an agent needs no look-up. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Known(Person person, Instant until) {}

    private final Map<UUID, Known> known = new ConcurrentHashMap<>();
    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    void accountChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged change) {
        known.remove(change.account());
    }

    /**
     * @param id of an account
     * @return who it is, as of at most 10 s ago
     * @throws java.util.NoSuchElementException where there is no such account
     */
    public Person person(UUID id) {
        Instant now = clock.instant();
        return known.compute(id, (key, earlier) -> earlier != null && now.isBefore(earlier.until()) ? earlier
            : new Known(lookUp(id), now.plus(FRESH))).person();
    }

    private Person lookUp(UUID id) {
        return em.createQuery(QUERY + "a.id = :id", Person.class).setParameter("id", id).getResultStream().findFirst().orElseThrow();
    }

    /**
     * @param ids of accounts
     * @return those that exist, by id
     */
    public Map<UUID, Person> people(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : em.createQuery(QUERY + "a.id IN :ids", Person.class)
            .setParameter("ids", ids).getResultStream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** @return the display names of all accounts, by name */
    public List<String> names() {
        return em.createQuery("SELECT a.displayName FROM Account a ORDER BY a.displayName", String.class).getResultList();
    }

    private static final String QUERY = "SELECT new org.agentinbox.account.Person(a.id, a.displayName, a.title, a.photoTag) FROM Account a "
        + "WHERE ";
}

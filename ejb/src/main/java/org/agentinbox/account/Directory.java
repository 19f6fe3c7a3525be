package org.agentinbox.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Names and pictures, for the other features. */
@ApplicationScoped
public class Directory {

    @PersistenceContext
    private EntityManager em;

    /**
     * @param id of an account
     * @return who it is
     * @throws java.util.NoSuchElementException where there is no such account
     */
    public Person person(UUID id) {
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

    private static final String QUERY = "SELECT new org.agentinbox.account.Person(a.id, a.displayName, "
        + "CASE WHEN EXISTS (SELECT p.accountId FROM AccountPhoto p WHERE p.accountId = a.id) THEN TRUE ELSE FALSE END) FROM Account a WHERE ";
}

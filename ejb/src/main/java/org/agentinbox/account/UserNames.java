package org.agentinbox.account;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The names by which people sign in, for the other features. Works in its caller's transaction. */
@ApplicationScoped
public class UserNames {

    @PersistenceContext
    private EntityManager em;

    /** @return those of all accounts, by the account's id */
    public Map<UUID, String> all() {
        return em.createQuery("SELECT a.id, a.userName FROM Account a", Object[].class).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}

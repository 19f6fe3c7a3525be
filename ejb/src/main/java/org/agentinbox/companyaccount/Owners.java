package org.agentinbox.companyaccount;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Who can own accounts. Works in its caller's transaction, or in one of its own. */
@ApplicationScoped
class Owners {

    /** Columns of {@link #owner}; a is the account by which somebody signs in, g the agent. */
    static final String COLUMNS = "a.id, a.user_name, a.display_name, a.email, a.active, COALESCE(g.takes_chats, false)";

    @PersistenceContext
    private EntityManager em;

    /** Returns everybody with an account to sign in by, by name. */
    @Transactional
    List<Owner> everybody() {
        return rows("ORDER BY lower(a.display_name), a.user_name", null).toList();
    }

    @Transactional
    Optional<Owner> find(UUID id) {
        return id == null ? Optional.empty() : rows("WHERE a.id = :id", id).findFirst();
    }

    @SuppressWarnings("unchecked")
    private Stream<Owner> rows(String which, UUID id) {
        var query = em.createNativeQuery("SELECT " + COLUMNS + " FROM account a LEFT JOIN agent g ON g.account_id = a.id " + which);
        if (id != null) {
            query.setParameter("id", id);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(row -> owner(row, 0));
    }

    /** Reads an owner from a row, in which {@link #COLUMNS} begin somewhere. */
    static Owner owner(Object[] row, int at) {
        return new Owner((UUID) row[at], (String) row[at + 1], (String) row[at + 2], (String) row[at + 3],
            OwnerState.of((Boolean) row[at + 4], (Boolean) row[at + 5]));
    }
}

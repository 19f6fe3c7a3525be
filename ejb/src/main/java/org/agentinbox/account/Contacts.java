package org.agentinbox.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Addresses of people, for the features that write to them. Works in its caller's transaction. */
@ApplicationScoped
public class Contacts {

    private static final String QUERY = "SELECT new org.agentinbox.account.Contact(a.id, a.displayName, a.email, a.locale) "
        + "FROM Account a WHERE ";
    /** Matches no account: IN needs at least one. */
    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext
    private EntityManager em;

    /**
     * @param id of an account
     * @return how to write to them; empty where there is no such account
     */
    public Optional<Contact> of(UUID id) {
        return em.createQuery(QUERY + "a.id = :id", Contact.class).setParameter("id", id).getResultStream().findFirst();
    }

    /**
     * Who is written to when something went wrong: the people concerned, and those who look after everything.
     *
     * @param ids of the people concerned
     * @return those of them, and of the sales admins, who are active and have an address, each once
     */
    public List<Contact> withSalesAdmins(Collection<UUID> ids) {
        Set<UUID> some = new HashSet<>(ids);
        some.add(NOBODY);
        return em.createQuery(QUERY + "a.active AND a.email IS NOT NULL AND (a.id IN :ids OR :admin MEMBER OF a.roles) ORDER BY a.id",
            Contact.class).setParameter("ids", some).setParameter("admin", Role.SALES_ADMIN).getResultList();
    }
}

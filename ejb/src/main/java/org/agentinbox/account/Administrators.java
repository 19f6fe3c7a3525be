package org.agentinbox.account;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Who is an administrator, for features in which something holds only as long as they are. Works in its caller's transaction. */
@ApplicationScoped
public class Administrators {

    @PersistenceContext
    private EntityManager em;

    /**
     * @param ids of accounts
     * @return those that are active sales admins, as of now
     */
    public Set<UUID> salesAdminsAmong(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : em
            .createQuery("SELECT a.id FROM Account a WHERE a.id IN :ids AND a.active AND :sales MEMBER OF a.roles", UUID.class)
            .setParameter("ids", ids).setParameter("sales", Role.SALES_ADMIN).getResultStream().collect(Collectors.toSet());
    }

    /**
     * @param ids of accounts
     * @return those that are active and have one of the administrators' roles, as of now
     */
    public Set<UUID> among(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : em
            .createQuery("SELECT a.id FROM Account a WHERE a.id IN :ids AND a.active "
                + "AND (:sales MEMBER OF a.roles OR :marketing MEMBER OF a.roles)", UUID.class)
            .setParameter("ids", ids).setParameter("sales", Role.SALES_ADMIN).setParameter("marketing", Role.MARKETING_ADMIN)
            .getResultStream().collect(Collectors.toSet());
    }
}

package org.agentinbox.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.audit.AuditNames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;

/** The names of people, for the audit trail. */
@ApplicationScoped
class AccountNames implements AuditNames {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return em.createQuery("SELECT a.id, a.displayName FROM Account a WHERE a.id IN :ids", Object[].class).setParameter("ids", ids)
            .setFlushMode(FlushModeType.COMMIT).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}

package org.agentinbox.team;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.audit.AuditNames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;

/** The names of teams, for the audit trail. */
@ApplicationScoped
class TeamNames implements AuditNames {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return em.createQuery("SELECT t.id, t.name FROM Team t WHERE t.id IN :ids", Object[].class).setParameter("ids", ids)
            .setFlushMode(FlushModeType.COMMIT).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}

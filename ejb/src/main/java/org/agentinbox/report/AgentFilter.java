package org.agentinbox.report;

import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.ArrayLiteral;

import jakarta.persistence.Query;

/**
 * Whose figures are asked for.
 *
 * @param agents what these agents did, of nobody where there are none; null: of all together, as visitors see it
 */
record AgentFilter(Set<UUID> agents) {

    boolean isEverybody() {
        return agents == null;
    }

    /** A condition on the column of agents in stored figures, where all together have none. */
    String matches(String column) {
        return isEverybody() ? column + " IS NULL" : column + " = ANY (CAST(:agents AS uuid[]))";
    }

    Query bind(Query query) {
        return isEverybody() ? query
            : query.setParameter("agents", ArrayLiteral.of(agents));
    }
}

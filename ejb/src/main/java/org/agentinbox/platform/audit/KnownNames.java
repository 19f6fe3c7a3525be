package org.agentinbox.platform.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Asks all features for names. */
@ApplicationScoped
class KnownNames {

    @Inject
    @Any
    private Instance<AuditNames> names;

    Map<UUID, String> of(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            names.forEach(each -> found.putAll(each.names(ids)));
        }
        return found;
    }
}

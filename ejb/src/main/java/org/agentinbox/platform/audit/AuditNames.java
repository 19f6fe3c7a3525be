package org.agentinbox.platform.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says what ids are called that the audit trail tells. Features that have people or teams implement it as a bean. */
public interface AuditNames {

    /**
     * @param ids of anything; asked in the middle of a change, so it must store nothing
     * @return what those of this feature are called
     */
    Map<UUID, String> names(Collection<UUID> ids);
}

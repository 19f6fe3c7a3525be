package org.agentinbox.routing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The calendars that can be offered to a visitor whose chat nobody takes. The feature that has calendars implements it, as an
 * application-scoped bean.
 */
public interface BookableCalendars {

    /**
     * Shares the first calendar that has a free slot, in the caller's transaction.
     *
     * @param conversationId an open conversation, locked
     * @param people whose calendars, in the order in which they are tried
     * @return whose calendar was shared; empty where none has a free slot
     */
    Optional<UUID> shareFirstFree(UUID conversationId, List<UUID> people);
}

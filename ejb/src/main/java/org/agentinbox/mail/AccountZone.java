package org.agentinbox.mail;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A source of the time zones of people who take no chats. A feature that stores such a zone implements it, so that emails show times in
 * that zone.
 */
public interface AccountZone {

    /**
     * @param accountId of whom
     * @return the zone that they chose; empty where they chose none
     */
    Optional<ZoneId> of(UUID accountId);
}

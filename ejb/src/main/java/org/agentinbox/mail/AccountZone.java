package org.agentinbox.mail;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Where a feature keeps a time zone of people who take no chats: who writes to them looks there too. */
public interface AccountZone {

    /**
     * @param accountId of whom
     * @return the zone that they chose; empty where they chose none
     */
    Optional<ZoneId> of(UUID accountId);
}

package org.agentinbox.now;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor whose chat no agent has accepted yet.
 *
 * @param id of the conversation
 * @param visitor the name that agents see, or null
 * @param entry the entry's name, or null where there is no such entry any more
 * @param team for which the request is meant, or null
 * @param place in the queue of the entry, from 1; null while the chat is offered to somebody
 * @param since when the visitor asked for a chat
 * @param offeredTo whose offer it is at the moment, or null
 * @param offeredToName that agent's display name, or null
 */
public record NowWaiting(UUID id, String visitor, String entry, UUID team, Integer place, Instant since, UUID offeredTo,
    String offeredToName) {}

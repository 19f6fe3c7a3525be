package org.agentinbox.supervision;

import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Person;

/**
 * A page that watches a chat.
 *
 * @param agentId who has the chat; null where nobody has
 * @param connectionId of the page, as {@code availability.Presence} gave it
 * @param leads who leads the chat as a lead of a team
 */
public record WatchView(UUID conversationId, UUID agentId, UUID connectionId, Person watcher, Set<UUID> leads) {}

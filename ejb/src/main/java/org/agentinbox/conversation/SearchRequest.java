package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A search among conversations. Null means that a criterion is not used.
 *
 * @param text words, beginnings of words, parts of Korean words, email addresses: all of them must occur; at most 200 characters
 * @param agentId whose
 * @param topic what the visitor showed interest in, whatever its letter case; at most 100 characters
 * @param outcomeId what it came to
 * @param tagId what it was given
 * @param from leaves out what ended, or while active had its last message, before this instant
 * @param to leaves out what ended, or while active had its last message, at this instant or later
 * @param before {@code next} of the page before
 * @param limit how many past ones at most, 1 to 100
 */
public record SearchRequest(String text, UUID agentId, String topic, UUID outcomeId, UUID tagId, Instant from, Instant to, String before,
    int limit) {}

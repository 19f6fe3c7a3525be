package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody looks for among conversations. What is null does not matter.
 *
 * @param text words, beginnings of words, parts of Korean words, email addresses: all of them must be there; at most 200 characters
 * @param agentId whose
 * @param topic what the visitor showed interest in, whatever its letter case; at most 100 characters
 * @param from not over before then
 * @param to over before then
 * @param before the {@code next} of the page before
 * @param limit how many past ones at most, 1 to 100
 */
public record SearchRequest(String text, UUID agentId, String topic, Instant from, Instant to, String before, int limit) {}

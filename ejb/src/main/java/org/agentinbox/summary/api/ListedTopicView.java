package org.agentinbox.summary.api;

import java.util.List;
import java.util.UUID;

/**
 * A topic of the administrators' list.
 *
 * @param synonyms words that stand for the same topic
 */
public record ListedTopicView(UUID id, String name, List<String> synonyms) {}

package org.agentinbox.summary.api;

import java.util.List;
import java.util.UUID;

/**
 * A topic that the administrators keep.
 *
 * @param synonyms words that mean it too
 */
public record ListedTopicView(UUID id, String name, List<String> synonyms) {}

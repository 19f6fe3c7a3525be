package org.agentinbox.retention;

import java.util.Map;

/**
 * What one transaction of the purge did.
 *
 * @param removed how many rows of which table went, or in a dry run would go
 * @param place where to go on; null where the step has nothing left to do
 */
record Portion(Map<String, Long> removed, String place) {

    static final Portion END = new Portion(Map.of(), null);
}

package org.agentinbox.retention;

import java.util.Map;

/**
 * What one transaction of the purge did.
 *
 * @param removed how many rows of which table went, or in a dry run would go
 * @param cursor where to go on; null where the step has nothing left to do
 */
record PurgeChunk(Map<String, Long> removed, String cursor) {

    static final PurgeChunk END = new PurgeChunk(Map.of(), null);
}

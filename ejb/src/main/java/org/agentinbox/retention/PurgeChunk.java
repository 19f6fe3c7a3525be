package org.agentinbox.retention;

import java.util.Map;

/**
 * What one transaction of the purge did.
 *
 * @param removed how many rows were removed by table, or in a dry run would be
 * @param cursor where to continue; null where the step is finished
 */
record PurgeChunk(Map<String, Long> removed, String cursor) {

    static final PurgeChunk END = new PurgeChunk(Map.of(), null);
}

package org.agentinbox.configuration;

import java.util.List;

/**
 * The result of a replacement, or of its dry run.
 *
 * @param differences what was changed, or would be; null where the document is refused
 * @param tag of the configuration as it is now
 * @param wrong how much is wrong with the document; 0 where nothing is
 * @param problems what is wrong, the first 100
 */
public record ConfigurationReport(Differences differences, String tag, int wrong, List<ConfigurationProblem> problems) {}

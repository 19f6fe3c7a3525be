package org.agentinbox.site;

import java.time.Instant;

/**
 * What may be told of the site's secret.
 *
 * @param since when the one in use was made, or null where there is none
 * @param previousUntil how long the one before it holds, or null where it does not
 */
public record SiteSecretView(Instant since, Instant previousUntil) {}

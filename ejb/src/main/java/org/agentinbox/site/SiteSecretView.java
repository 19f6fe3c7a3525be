package org.agentinbox.site;

import java.time.Instant;

/**
 * The site's secret as administrators see it, without the secret itself.
 *
 * @param since when the present one was made, or null where there is none
 * @param previousUntil until when the one before is valid, or null where it is not
 */
public record SiteSecretView(Instant since, Instant previousUntil) {}

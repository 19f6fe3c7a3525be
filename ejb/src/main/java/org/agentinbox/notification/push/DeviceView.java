package org.agentinbox.notification.push;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that gets pushes, as its owner sees it.
 *
 * @param label such as {@code Firefox, Windows}
 * @param seenAt when a page was last opened in it
 */
public record DeviceView(UUID id, String label, Instant createdAt, Instant seenAt) {}

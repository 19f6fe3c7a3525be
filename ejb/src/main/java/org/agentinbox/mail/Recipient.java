package org.agentinbox.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who works here and gets emails, in their language, with the clock on their wall.
 *
 * @param email null where none is known
 */
public record Recipient(UUID id, String name, String email, Locale locale, ZoneId zone) {}

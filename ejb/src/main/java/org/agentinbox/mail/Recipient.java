package org.agentinbox.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody with an account who gets an email.
 *
 * @param email null where none is known
 * @param locale the language of the email
 * @param zone the zone in which it shows times
 */
public record Recipient(UUID id, String name, String email, Locale locale, ZoneId zone) {}

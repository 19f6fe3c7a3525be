package org.agentinbox.routing;

import java.util.Map;

/**
 * A visitor whom an administrator describes, to learn what would happen to their request now. Each text may be null.
 *
 * @param entry the key that the page names
 * @param page the address of the page
 * @param locale the browser's language, BCP 47
 * @param timeZone IANA name
 * @param known whether something was known of them before
 * @param attributes verified ones, by name
 */
public record PreviewWish(String entry, String name, String email, String phone, String jobTitle, String company, String crmStatus,
    String page, String locale, String timeZone, boolean known, Map<String, String> attributes) {}

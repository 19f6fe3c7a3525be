package org.agentinbox.visitor;

/**
 * The page, language and zone with which a visitor comes. Each may be null or invalid; invalid values are dropped, since a visit is never
 * refused because of them.
 *
 * @param page address of the page
 * @param locale BCP 47 tag
 * @param timeZone IANA name
 */
public record VisitorVisit(String page, String locale, String timeZone) {}

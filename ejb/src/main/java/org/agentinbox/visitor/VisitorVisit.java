package org.agentinbox.visitor;

/**
 * Where a visitor comes from. Any of it may be null or nonsense; nonsense is dropped, since a visit is never refused for it.
 *
 * @param page address of the page
 * @param locale BCP 47 tag
 * @param timeZone IANA name
 */
public record VisitorVisit(String page, String locale, String timeZone) {}

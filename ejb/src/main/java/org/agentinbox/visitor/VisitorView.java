package org.agentinbox.visitor;

import java.util.UUID;

/**
 * A visitor as agents see them. Each text is null where it was not passed.
 *
 * @param id never changes
 * @param verified whether the fields come from somebody who knows; false: the visitor's own word
 * @param page address of the page they are on
 * @param locale their browser's language, BCP 47
 * @param timeZone IANA name
 */
public record VisitorView(
    UUID id,
    String name,
    String jobTitle,
    String email,
    String phone,
    String company,
    String crmStatus,
    String page,
    String locale,
    String timeZone,
    boolean verified) {
}

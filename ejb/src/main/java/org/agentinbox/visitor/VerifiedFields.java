package org.agentinbox.visitor;

import java.util.Map;

/**
 * What the site or a CRM vouches for. A field that is null is not part of it.
 *
 * @param crmStatus the person's status in the CRM, in its words
 * @param attributes further facts by name, at most {@value #MOST_ATTRIBUTES}
 */
public record VerifiedFields(String name, String jobTitle, String phone, String company, String crmStatus, Map<String, String> attributes) {

    static final int MOST_ATTRIBUTES = 50;
}

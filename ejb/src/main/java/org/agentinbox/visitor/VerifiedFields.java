package org.agentinbox.visitor;

import java.util.Map;

/**
 * What the site or a CRM vouches for. Null: says nothing of it.
 *
 * @param crmStatus where the person stands with the company, in the CRM's words
 * @param attributes further facts by name, at most {@value #MOST_ATTRIBUTES}
 */
public record VerifiedFields(String name, String jobTitle, String phone, String company, String crmStatus, Map<String, String> attributes) {

    static final int MOST_ATTRIBUTES = 50;
}

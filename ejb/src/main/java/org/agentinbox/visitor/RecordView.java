package org.agentinbox.visitor;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is known under an email address. It is for agents and the customer's programs only, never for a visitor.
 *
 * @param email in lower case
 * @param verifiedAt when somebody last vouched for the fields; null where nobody has
 * @param attributes further facts, never null
 * @param earlier the latest claims of the visitors with this address
 * @param visitors how many visitors are joined with it; more than {@value Records#LOOKED_AT} are not counted
 */
public record RecordView(UUID id, String email, String name, String jobTitle, String phone, String company, String crmStatus,
    Map<String, String> attributes, Instant verifiedAt, VisitorClaims earlier, int visitors) {}

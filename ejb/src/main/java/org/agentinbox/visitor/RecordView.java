package org.agentinbox.visitor;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is known under an email address. For agents and the customer's programs only: a visitor never sees anything of it.
 *
 * @param email in lower case
 * @param verifiedAt when somebody last vouched for the fields, or null: nobody did
 * @param attributes further facts, never null
 * @param earlier what visitors lately said who go by this address
 * @param visitors how many browsers go by it; more than {@value Records#LOOKED_AT} are not counted
 */
public record RecordView(UUID id, String email, String name, String jobTitle, String phone, String company, String crmStatus,
    Map<String, String> attributes, Instant verifiedAt, VisitorClaims earlier, int visitors) {}

package org.agentinbox.routing;

import java.util.Optional;
import java.util.UUID;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * What the list of accounts says of a visitor.
 *
 * @param step of the story; empty where there is no list
 * @param owner the agent who owns the visitor's account
 */
record AccountFinding(Optional<RoutingStep> step, Optional<UUID> owner) {

    static final AccountFinding NO_LIST = new AccountFinding(Optional.empty(), Optional.empty());

    /** The visitor's address and company name no domain that could be listed. */
    static AccountFinding noDomain() {
        return new AccountFinding(Optional.of(RoutingStep.of(StepKind.ACCOUNT, "NO_DOMAIN", Json.createObjectBuilder())),
            Optional.empty());
    }

    /** @param owner empty where the domain is not in the list */
    static AccountFinding of(String domain, Optional<UUID> owner) {
        JsonObjectBuilder data = Json.createObjectBuilder().add("domain", domain);
        owner.ifPresent(agent -> data.add("agentId", agent.toString()));
        return new AccountFinding(Optional.of(RoutingStep.of(StepKind.ACCOUNT, owner.isPresent() ? "OWNED" : "NOT_LISTED", data)), owner);
    }
}

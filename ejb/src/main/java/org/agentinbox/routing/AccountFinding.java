package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.Optional;
import java.util.UUID;

import org.agentinbox.companyaccount.AccountOwner;
import org.agentinbox.companyaccount.CompanyDomain;

import jakarta.json.JsonObjectBuilder;

/**
 * What the list of accounts says of a visitor.
 *
 * @param step of the story
 * @param owner the agent who owns the visitor's account
 */
record AccountFinding(RoutingStep step, Optional<UUID> owner) {

    /** Neither the visitor's address nor the company names a domain that could be listed. */
    static AccountFinding noDomain() {
        return new AccountFinding(RoutingStep.of(StepKind.ACCOUNT, "NO_DOMAIN", JSON.createObjectBuilder()), Optional.empty());
    }

    static AccountFinding notListed(CompanyDomain domain) {
        return new AccountFinding(
            RoutingStep.of(StepKind.ACCOUNT, "NOT_LISTED", JSON.createObjectBuilder().add("domain", domain.display())),
            Optional.empty());
    }

    static AccountFinding of(AccountOwner account) {
        JsonObjectBuilder data = JSON.createObjectBuilder().add("domain", account.domain()).add("agentId", account.ownerId().toString());
        if (account.company() != null) {
            data.add("company", account.company());
        }
        return new AccountFinding(RoutingStep.of(StepKind.ACCOUNT, "OWNED", data), Optional.of(account.ownerId()));
    }
}

package org.agentinbox.routing;

import java.util.List;
import java.util.Optional;

import org.agentinbox.companyaccount.AccountOwner;
import org.agentinbox.companyaccount.CompanyAccounts;
import org.agentinbox.companyaccount.CompanyDomain;
import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryView;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.routing.rule.RequestFacts;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.Rules;
import org.agentinbox.team.Teams;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the plan of a request of what is configured and known now. It locks nothing. Works in its caller's transaction. */
@ApplicationScoped
class RoutingPlans {

    @Inject
    private Entries entries;
    @Inject
    private Teams teams;
    @Inject
    private Rules rules;
    @Inject
    private CompanyAccounts accounts;
    @Inject
    private RequestReader reader;

    /**
     * @param askedOrNull the entry that the page asked for
     * @param entry the one that is used
     */
    RoutingPlan plan(String askedOrNull, EntryView entry, VisitorView visitor) {
        return plan(askedOrNull, entry, visitor, false);
    }

    /** The same with all rules that were tried among the steps, for somebody who asks. */
    RoutingPlan plan(String askedOrNull, EntryView entry, VisitorView visitor, boolean tellsAll) {
        RoutingOption option = entry.is().routing().option();
        RequestFacts facts = reader.facts(visitor);
        List<RuleView> tried = option == RoutingOption.RULES ? rules.tried() : List.of();
        boolean exists = entry.key().equals(askedOrNull) || entries.find(askedOrNull).isPresent();
        return RoutingPlan.of(new RoutingPlan.Basis(askedOrNull, exists, entry, account(visitor), facts, tried,
            id -> teams.find(id).orElseThrow(), tellsAll));
    }

    private AccountFinding account(VisitorView visitor) {
        String email = visitor.shown().get("email").value();
        String company = visitor.shown().get("company").value();
        Optional<AccountOwner> found = accounts.ownerOf(email, company);
        if (found.isPresent()) {
            return AccountFinding.of(found.get());
        }
        return CompanyDomain.ofEmail(email).or(() -> CompanyDomain.ofCompany(company)).map(AccountFinding::notListed)
            .orElseGet(AccountFinding::noDomain);
    }
}

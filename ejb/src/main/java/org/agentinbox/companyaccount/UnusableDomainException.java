package org.agentinbox.companyaccount;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** A text is not the domain of a company: {@link Refusal#INVALID_FIELD} of {@code domain}. */
public class UnusableDomainException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final DomainProblem problem;

    UnusableDomainException(DomainProblem problem) {
        super(Refusal.INVALID_FIELD, "domain", "domain: " + problem.advice());
        this.problem = problem;
    }

    /** @return why; never null */
    public DomainProblem problem() {
        return problem;
    }
}

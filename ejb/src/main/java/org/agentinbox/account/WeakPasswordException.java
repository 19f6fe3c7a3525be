package org.agentinbox.account;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** A new password is refused. */
public class WeakPasswordException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final PasswordProblem problem;

    WeakPasswordException(PasswordProblem problem) {
        super(Refusal.WEAK_PASSWORD, problem.advice());
        this.problem = problem;
    }

    /** @return why; never null */
    public PasswordProblem problem() {
        return problem;
    }
}

package org.agentinbox.account.oidc;

/** A provider's answer let nobody in. */
class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SignInProblem problem;
    private final boolean ended;

    ProviderException(SignInProblem problem, String detail, Throwable cause) {
        this(problem, detail, cause, false);
    }

    /** @param ended whether the provider says that what it gave is not valid any more */
    ProviderException(SignInProblem problem, String detail, Throwable cause, boolean ended) {
        super(detail, cause);
        this.problem = problem;
        this.ended = ended;
    }

    SignInProblem problem() {
        return problem;
    }

    boolean isEnded() {
        return ended;
    }
}

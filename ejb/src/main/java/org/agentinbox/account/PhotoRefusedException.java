package org.agentinbox.account;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** A picture is refused. */
public class PhotoRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final PhotoProblem problem;

    PhotoRefusedException(PhotoProblem problem) {
        super(Refusal.INVALID_FIELD, "photo", problem.advice());
        this.problem = problem;
    }

    /** @return why; never null */
    public PhotoProblem problem() {
        return problem;
    }
}

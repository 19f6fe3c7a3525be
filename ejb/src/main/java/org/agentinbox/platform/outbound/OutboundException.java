package org.agentinbox.platform.outbound;

import java.io.IOException;

/** A server of others gave no answer that could be used. */
public final class OutboundException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** What went wrong. */
    public enum Problem {
        /** The name leads to an address that may not be called. Nothing was sent. */
        FORBIDDEN,
        /** There is no such name, or nobody listens. */
        UNREACHABLE,
        /** No trustworthy connection could be made. */
        TLS,
        /** The answer was not whole in time. */
        SLOW,
        /** The answer has more bytes, or more headers, than are read. */
        TOO_LARGE,
        /** What came is no HTTP. */
        NO_HTTP,
        /** The connection broke before the answer was whole. */
        CUT_OFF
    }

    /** @param what one line for the log, without anything that was sent */
    OutboundException(Problem problem, String what, Throwable cause) {
        super(what, cause);
        this.problem = problem;
    }

    /** @return what went wrong */
    public Problem problem() {
        return problem;
    }
}

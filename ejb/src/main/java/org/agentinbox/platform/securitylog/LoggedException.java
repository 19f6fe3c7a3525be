package org.agentinbox.platform.securitylog;

/**
 * An exception as it may be logged: with the same stack traces, and messages that stay one line each. What a client sent may be part of
 * them, such as in what the database says of a value.
 */
public final class LoggedException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private final String text;

    private LoggedException(Throwable problem, int depth) {
        super(LogText.oneLine(problem.getMessage()), cause(problem, depth), false, true);
        text = LogText.oneLine(problem.toString());
        setStackTrace(problem.getStackTrace());
    }

    private static LoggedException cause(Throwable problem, int depth) {
        Throwable cause = problem.getCause();
        return cause == null || depth == DEEPEST ? null : new LoggedException(cause, depth + 1);
    }

    /**
     * @param problem any, or null
     * @return what to log in its place, without what was suppressed; null for null
     */
    public static LoggedException of(Throwable problem) {
        return problem == null ? null : new LoggedException(problem, 0);
    }

    @Override
    public String toString() {
        return text;
    }
}

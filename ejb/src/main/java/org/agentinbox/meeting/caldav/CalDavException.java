package org.agentinbox.meeting.caldav;

/** A calendar server could not be used. */
class CalDavException extends Exception {

    private static final long serialVersionUID = 1;

    private final CalendarProblem problem;
    private final String detail;

    /** @param detail what its owner may want to know, such as a status or a host; nothing secret; or null */
    CalDavException(CalendarProblem problem, String detail) {
        super(problem + (detail == null ? "" : ": " + detail));
        this.problem = problem;
        this.detail = detail;
    }

    CalendarProblem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }
}

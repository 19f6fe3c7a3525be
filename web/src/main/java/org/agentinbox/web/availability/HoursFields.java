package org.agentinbox.web.availability;

import org.agentinbox.web.hours.HoursDay;
import org.agentinbox.web.hours.HoursWeek;

import org.primefaces.PrimeFaces;

/** The fields of the form, by their ids, and where the keyboard goes on. */
final class HoursFields {

    static final String ZONE = "hours:zone_input";
    static final String SAVE = "hours:save";
    static final String FROM = "from";
    private static final String TO = "to";

    private HoursFields() {}

    static String id(HoursDay day, int row, String field) {
        return id(day, "row:" + row + ":" + field);
    }

    static String id(HoursDay day, String part) {
        return "hours:day:" + day.getDay().ordinal() + ":" + part;
    }

    /** @return the first field of the days with which something is wrong */
    static String firstWrong(HoursWeek week) {
        return week.firstWrong().map(wrong -> id(wrong.day(), wrong.index(), wrong.row().getFromProblem() == null ? TO : FROM))
            .orElseThrow();
    }

    /** Has the page's script take the keyboard there, once all is drawn. */
    static void focus(String id) {
        PrimeFaces.current().ajax().addCallbackParam("focus", id);
    }
}

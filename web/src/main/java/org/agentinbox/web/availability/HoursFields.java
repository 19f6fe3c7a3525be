package org.agentinbox.web.availability;

import org.agentinbox.web.hours.HoursDay;
import org.agentinbox.web.hours.HoursWeek;

import org.primefaces.PrimeFaces;

/** The ids of the form's fields, and moving the keyboard's focus to one. */
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

    /** @return the first field with a problem */
    static String firstWrong(HoursWeek week) {
        return week.firstWrong().map(wrong -> id(wrong.day(), wrong.index(), wrong.row().getFromProblem() == null ? TO : FROM))
            .orElseThrow();
    }

    /** Has the page's script move the focus to the field once the response is shown. */
    static void focus(String id) {
        PrimeFaces.current().ajax().addCallbackParam("focus", id);
    }
}

package org.agentinbox.web.availability;

import org.agentinbox.web.hours.HoursDay;
import org.agentinbox.web.hours.HoursEditor;
import org.primefaces.PrimeFaces;

/** The ids of the fields of a form with hours, and moving the keyboard's focus to one. */
public final class HoursFields {

    static final String ZONE = "hours:zone_input";
    static final String FROM = "from";
    private static final String TO = "to";

    private HoursFields() {}

    static String id(HoursEditor editor, HoursDay day, int row, String field) {
        return id(editor, day, "row:" + row + ":" + field);
    }

    static String id(HoursEditor editor, HoursDay day, String part) {
        return editor.getForm() + ":day:" + day.getDay().ordinal() + ":" + part;
    }

    static String save(HoursEditor editor) {
        return editor.getForm() + ":save";
    }

    /**
     * Moves the focus to the first field with a problem.
     *
     * @param editor with a problem in its week
     */
    public static void focusFirstWrong(HoursEditor editor) {
        editor.getWeek().firstWrong()
            .ifPresent(wrong -> focus(id(editor, wrong.day(), wrong.index(), wrong.row().getFromProblem() == null ? TO : FROM)));
    }

    /** Has the page's script move the focus to the field once the response is shown. */
    static void focus(String id) {
        PrimeFaces.current().ajax().addCallbackParam("focus", id);
    }
}

package org.agentinbox.web.hours;

/** A form with the hours of a week: for live chats, or for meetings. Both have the same days, rows and buttons. */
public interface HoursEditor {

    /** @return the hours as they were typed */
    HoursWeek getWeek();

    /** The hours were edited: checks them, without taking a time that is still missing for a problem. */
    void edited();

    /** @return the id of the form; the ids of all its fields begin with it */
    String getForm();

    /** @return the key of the text that stands at a day without hours */
    String getFreeKey();
}

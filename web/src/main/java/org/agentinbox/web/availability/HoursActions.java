package org.agentinbox.web.availability;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.stream.Collectors;

import org.agentinbox.web.hours.HoursDay;
import org.agentinbox.web.hours.HoursRow;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The actions of the buttons at the days. They change only the form; nothing is stored. Each announces what it did, and moves the
 * keyboard's focus.
 */
@Named
@RequestScoped
public class HoursActions {

    @Inject
    private SettingsPage page;
    @Inject
    private SettingsTexts texts;

    /** @param day that gets a row, to which the focus moves */
    public void add(HoursDay day) {
        day.getRows().add(new HoursRow(null, null));
        page.edited();
        HoursFields.focus(HoursFields.id(day, day.getRows().size() - 1, HoursFields.FROM));
    }

    /**
     * Removes a row. The focus moves to the next row, else to the one before, else to the button that adds rows.
     *
     * @param day that it belongs to
     * @param index of the row
     */
    public void remove(HoursDay day, int index) {
        day.getRows().remove(index);
        page.edited();
        texts.tell("settings.removed", texts.day(day.getDay()),
            day.getRows().isEmpty() ? texts.text("settings.free") : page.getWeekBars().get(day.getDay().ordinal()).words());
        if (day.getRows().isEmpty()) {
            HoursFields.focus(HoursFields.id(day, "add"));
        } else {
            HoursFields.focus(HoursFields.id(day, Math.min(index, day.getRows().size() - 1), HoursFields.FROM));
        }
    }

    /** @param day that loses all its rows */
    public void clear(HoursDay day) {
        day.getRows().clear();
        page.edited();
        texts.tell("settings.removed", texts.day(day.getDay()), texts.text("settings.free"));
        HoursFields.focus(HoursFields.id(day, "add"));
    }

    /** Fills in Monday to Friday, 9 to 17, where the week is empty. */
    public void fillUsual() {
        page.getWeek().fillUsual();
        page.edited();
        HoursFields.focus(HoursFields.SAVE);
    }

    /** @param day whose hours the other working days, or the other day of the weekend, get */
    public void copyToAlike(HoursDay day) {
        copy(day, day.alike());
    }

    /** @param day whose hours all other days get */
    public void copyToAll(HoursDay day) {
        copy(day, day.others());
    }

    /** @param day whose hours the ticked days get */
    public void copyToChosen(HoursDay day) {
        copy(day, day.takeChosen());
    }

    private void copy(HoursDay day, Set<DayOfWeek> targets) {
        page.getWeek().copy(day, targets);
        page.edited();
        HoursFields.focus(HoursFields.id(day, "copy"));
        if (targets.isEmpty()) {
            texts.tell("settings.copied.none");
        } else {
            texts.tell("settings.copied", texts.day(day.getDay()),
                targets.stream().sorted().map(texts::day).collect(Collectors.joining(", ")));
        }
    }
}

package org.agentinbox.web.availability;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.stream.Collectors;

import org.agentinbox.web.hours.HoursDay;
import org.agentinbox.web.hours.HoursRow;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the buttons at the days do: to the form only, nothing is stored. Each says what it did and where the keyboard goes on. */
@Named
@RequestScoped
public class HoursActions {

    @Inject
    private SettingsPage page;
    @Inject
    private SettingsTexts texts;

    /** @param day that gets a row, where the person goes on */
    public void add(HoursDay day) {
        day.getRows().add(new HoursRow(null, null));
        page.edited();
        HoursFields.focus(HoursFields.id(day, day.getRows().size() - 1, HoursFields.FROM));
    }

    /**
     * Takes a row away; the person goes on at the row that follows, else the one before, else where rows are added.
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

    /** Monday to Friday, 9 to 17, where there is nothing yet. */
    public void fillUsual() {
        page.getWeek().fillUsual();
        page.edited();
        HoursFields.focus(HoursFields.SAVE);
    }

    /** @param day that the others of the working week, or of the weekend, are to be like */
    public void copyToAlike(HoursDay day) {
        copy(day, day.alike());
    }

    /** @param day that all others are to be like */
    public void copyToAll(HoursDay day) {
        copy(day, day.others());
    }

    /** @param day that those that were ticked are to be like */
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

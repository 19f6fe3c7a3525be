package org.agentinbox.web.availability;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the buttons at the days do: to the form only, nothing is stored. Each says what it did and where the keyboard goes on. */
@Named
@RequestScoped
public class HoursActs {

    @Inject
    private SettingsPage page;
    @Inject
    private SettingsWords words;

    /** @param day that gets a row, where the person goes on */
    public void add(HoursDay day) {
        day.getRows().add(new HoursRow(null, null));
        page.edited();
        Fields.focus(Fields.id(day, day.getRows().size() - 1, Fields.FROM));
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
        words.tell("settings.removed", words.day(day.getDay()),
            day.getRows().isEmpty() ? words.text("settings.free") : page.getStrip().get(day.getDay().ordinal()).words());
        if (day.getRows().isEmpty()) {
            Fields.focus(Fields.id(day, "add"));
        } else {
            Fields.focus(Fields.id(day, Math.min(index, day.getRows().size() - 1), Fields.FROM));
        }
    }

    /** @param day that loses all its rows */
    public void clear(HoursDay day) {
        day.getRows().clear();
        page.edited();
        words.tell("settings.removed", words.day(day.getDay()), words.text("settings.free"));
        Fields.focus(Fields.id(day, "add"));
    }

    /** Monday to Friday, 9 to 17, where there is nothing yet. */
    public void fillUsual() {
        page.getWeek().fillUsual();
        page.edited();
        Fields.focus(Fields.SAVE);
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
        Fields.focus(Fields.id(day, "copy"));
        if (targets.isEmpty()) {
            words.tell("settings.copied.none");
        } else {
            words.tell("settings.copied", words.day(day.getDay()), targets.stream().sorted().map(words::day).collect(Collectors.joining(", ")));
        }
    }
}

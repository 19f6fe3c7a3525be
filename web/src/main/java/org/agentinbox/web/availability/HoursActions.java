package org.agentinbox.web.availability;

import java.time.DayOfWeek;
import java.util.Set;
import java.util.stream.Collectors;

import org.agentinbox.web.hours.HoursDay;
import org.agentinbox.web.hours.HoursEditor;
import org.agentinbox.web.hours.HoursRow;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The actions of the buttons at the days of both forms. They change only the form; nothing is stored. Each announces what it did, and
 * moves the keyboard's focus.
 */
@Named
@RequestScoped
public class HoursActions {

    @Inject
    private SettingsTexts texts;

    /**
     * Adds an empty row, to which the focus moves.
     *
     * @param editor to which the day belongs
     * @param day that gets the row
     */
    public void add(HoursEditor editor, HoursDay day) {
        day.getRows().add(new HoursRow(null, null));
        editor.edited();
        HoursFields.focus(HoursFields.id(editor, day, day.getRows().size() - 1, HoursFields.FROM));
    }

    /**
     * Removes a row. The focus moves to the next row, else to the one before, else to the button that adds rows.
     *
     * @param editor to which the day belongs
     * @param day to which the row belongs
     * @param index of the row
     */
    public void remove(HoursEditor editor, HoursDay day, int index) {
        day.getRows().remove(index);
        editor.edited();
        tellWhatIsLeft(editor, day);
        if (day.getRows().isEmpty()) {
            HoursFields.focus(HoursFields.id(editor, day, "add"));
        } else {
            HoursFields.focus(HoursFields.id(editor, day, Math.min(index, day.getRows().size() - 1), HoursFields.FROM));
        }
    }

    private void tellWhatIsLeft(HoursEditor editor, HoursDay day) {
        String left = day.getRows().isEmpty() ? texts.text(editor.getFreeKey())
            : texts.bars().week(editor.getWeek().blocks()).get(day.getDay().ordinal()).words();
        texts.tell("settings.removed", texts.day(day.getDay()), left);
    }

    /**
     * Removes all rows of a day.
     *
     * @param editor to which the day belongs
     * @param day that loses its rows
     */
    public void clear(HoursEditor editor, HoursDay day) {
        day.getRows().clear();
        editor.edited();
        tellWhatIsLeft(editor, day);
        HoursFields.focus(HoursFields.id(editor, day, "add"));
    }

    /**
     * Fills in Monday to Friday, 9 to 17, where the week is empty.
     *
     * @param editor of the empty week
     */
    public void fillUsual(HoursEditor editor) {
        editor.getWeek().fillUsual();
        editor.edited();
        HoursFields.focus(HoursFields.save(editor));
    }

    /**
     * Copies a day to the other working days, or to the other day of the weekend.
     *
     * @param editor to which the day belongs
     * @param day whose hours are copied
     */
    public void copyToAlike(HoursEditor editor, HoursDay day) {
        copy(editor, day, day.alike());
    }

    /**
     * Copies a day to all other days.
     *
     * @param editor to which the day belongs
     * @param day whose hours are copied
     */
    public void copyToAll(HoursEditor editor, HoursDay day) {
        copy(editor, day, day.others());
    }

    /**
     * Copies a day to the ticked days.
     *
     * @param editor to which the day belongs
     * @param day whose hours are copied
     */
    public void copyToChosen(HoursEditor editor, HoursDay day) {
        copy(editor, day, day.takeChosen());
    }

    private void copy(HoursEditor editor, HoursDay day, Set<DayOfWeek> targets) {
        editor.getWeek().copy(day, targets);
        editor.edited();
        HoursFields.focus(HoursFields.id(editor, day, "copy"));
        if (targets.isEmpty()) {
            texts.tell("settings.copied.none");
        } else {
            texts.tell("settings.copied", texts.day(day.getDay()),
                targets.stream().sorted().map(texts::day).collect(Collectors.joining(", ")));
        }
    }
}

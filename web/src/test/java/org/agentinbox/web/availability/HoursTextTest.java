package org.agentinbox.web.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;

import org.agentinbox.hours.Block;
import org.agentinbox.web.hours.HoursProblem;
import org.agentinbox.web.hours.HoursRow;
import org.agentinbox.web.hours.HoursWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hours of a day in one line. */
class HoursTextTest {

    private static List<Block> read(String monday) {
        HoursWeek week = new HoursWeek(List.of());
        week.day(DayOfWeek.MONDAY).setText(monday);
        assertTrue(week.check(true), () -> week.firstWrong().toString());
        return week.blocks();
    }

    @Test
    void hoursAreReadAsPeopleWriteThem() {
        List<Block> wanted = List.of(Block.of(DayOfWeek.MONDAY, "09:00", "12:30"), Block.of(DayOfWeek.MONDAY, "14:00", "24:00"));
        assertEquals(wanted, read("9-12:30, 14:00–24"));
        assertEquals(wanted, read(" 0900 ~ 12.30 ; 2pm — 0:00 ,"));
        assertEquals(wanted, read("오전 9시-12시 30분, 오후 2시~24시"));
        assertEquals(List.of(), read(null));
        assertEquals(List.of(), read("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon to three", "9", "9-", "-12", "9-12-13", "9-25"})
    void whatIsNoTwoTimesIsNamedAndKept(String written) {
        HoursWeek week = new HoursWeek(List.of());
        week.day(DayOfWeek.TUESDAY).setText("9-12, " + written);
        assertFalse(week.check(true));
        HoursWeek.Wrong wrong = week.firstWrong().orElseThrow();
        assertEquals(DayOfWeek.TUESDAY, wrong.day().getDay());
        assertEquals(1, wrong.index());
        assertEquals(List.of(Block.of(DayOfWeek.TUESDAY, "09:00", "12:00")), week.blocks());
        assertEquals("9–12, " + wrong.row().getText(), week.day(DayOfWeek.TUESDAY).getText());
        assertEquals(written.replace('-', '–'), wrong.row().getText().replace('-', '–'));
    }

    @Test
    void whatOverlapsOrEndsBeforeItStartsIsNamed() {
        HoursWeek week = new HoursWeek(List.of());
        week.day(DayOfWeek.FRIDAY).setText("9-12, 11-14");
        week.day(DayOfWeek.SUNDAY).setText("17-9");
        assertFalse(week.check(true));
        HoursRow overlapping = week.firstWrong().orElseThrow().row();
        assertEquals(HoursProblem.OVERLAPS, overlapping.getFromProblem());
        assertEquals("09:00–12:00", overlapping.getOther());
        assertEquals(HoursProblem.ENDS_BEFORE_START, week.day(DayOfWeek.SUNDAY).getRows().get(0).getToProblem());
    }

    @Test
    void whatIsStoredIsWrittenSoThatItIsReadAgain() {
        List<Block> blocks = List.of(Block.of(DayOfWeek.MONDAY, "00:00", "24:00"), Block.of(DayOfWeek.SUNDAY, "09:00", "12:00"),
            Block.of(DayOfWeek.SUNDAY, "12:00", "13:15"));
        HoursWeek week = new HoursWeek(blocks);
        assertEquals("09:00–12:00, 12:00–13:15", week.day(DayOfWeek.SUNDAY).getText());
        week.getDays().forEach(day -> day.setText(day.getText()));
        assertTrue(week.check(true));
        assertEquals(blocks, week.blocks());
    }
}

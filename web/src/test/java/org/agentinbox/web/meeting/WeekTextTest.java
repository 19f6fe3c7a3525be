package org.agentinbox.web.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

import org.agentinbox.availability.Block;
import org.junit.jupiter.api.Test;

class WeekTextTest {

    private static List<Block> read(String monday) {
        WeekText week = new WeekText(List.of());
        week.getDays().put(DayOfWeek.MONDAY, monday);
        List<Block> blocks = week.read();
        assertTrue(week.getWrong().isEmpty(), week.getWrong().toString());
        return blocks;
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

    @Test
    void whatIsNoTimeIsNamedWithItsDay() {
        WeekText week = new WeekText(List.of());
        week.getDays().put(DayOfWeek.TUESDAY, "9-12, noon to three");
        week.read();
        assertEquals(Map.of(DayOfWeek.TUESDAY, "noon to three"), week.getWrong());
    }

    @Test
    void whatIsStoredIsWrittenSoThatItIsReadAgain() {
        List<Block> blocks = List.of(Block.of(DayOfWeek.MONDAY, "00:00", "24:00"), Block.of(DayOfWeek.SUNDAY, "09:00", "12:00"),
            Block.of(DayOfWeek.SUNDAY, "12:00", "13:15"));
        WeekText week = new WeekText(blocks);
        assertEquals("09:00–12:00, 12:00–13:15", week.getDays().get(DayOfWeek.SUNDAY));
        assertEquals(blocks, week.read());
    }
}

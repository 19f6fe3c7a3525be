package org.agentinbox.web.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimeTest {

    @ParameterizedTest
    @CsvSource({"9,09:00", "09,09:00", "9:30,09:30", "09:30,09:30", "900,09:00", "0900,09:00", "0930,09:30", "9.30,09:30", "9h30,09:30",
        "9h,09:00",
        "' 9 : 30 ',09:30", "0,00:00", "00:00,00:00", "23:59,23:59", "5pm,17:00", "5:15 PM,17:15", "12am,00:00", "12 pm,12:00",
        "９：３０,09:30",
        "9시,09:00", "9시 30분,09:30", "오후 5시,17:00", "오전 12:10,00:10"})
    void startsAreRead(String written, String meant) {
        assertEquals(meant, ClockTime.text(ClockTime.start(written).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"24:00,24:00", "24,24:00", "2400,24:00", "0:00,24:00", "0,24:00", "12am,24:00", "17,17:00", "0:01,00:01"})
    void endsReachMidnight(String written, String meant) {
        assertEquals(meant, ClockTime.text(ClockTime.end(written).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "9:5", "9:60", "25", "24:01", "2401", "24:00", "-9", "9:30:00", "13pm", "0am", "pm 9 am",
        "9 o'clock", "99999", "9;30"})
    void whatIsNoStartIsNone(String written) {
        assertEquals(OptionalInt.empty(), ClockTime.start(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:01", "25", "9:5", "noon"})
    void whatIsNoEndIsNone(String written) {
        assertEquals(OptionalInt.empty(), ClockTime.end(written));
    }
}

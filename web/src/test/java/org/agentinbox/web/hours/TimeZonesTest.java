package org.agentinbox.web.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    private static final Instant WINTER = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

    private static List<String> ids(String typed, Locale locale) {
        return TimeZones.matching(typed, locale, WINTER).stream().map(ZoneChoice::id).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seoul", "asia/seo", "SEOUL asia", "korea", "+09:00 seoul"})
    void aZoneIsFoundByWhatPeopleCallIt(String typed) {
        assertTrue(ids(typed, Locale.ENGLISH).contains("Asia/Seoul"), typed);
    }

    @Test
    void namesAreTheReadersOwn() {
        assertTrue(ids("대한민국", Locale.KOREAN).contains("Asia/Seoul"));
    }

    @Test
    void theBestComesFirst() {
        assertEquals("America/New_York", ids("new y", Locale.ENGLISH).get(0));
        assertEquals("Europe/London", ids("london", Locale.ENGLISH).get(0));
        assertTrue(ids("europe time", Locale.ENGLISH).get(0).startsWith("Europe/"), "before Africa, where Central European Time holds too");
    }

    @Test
    void nothingTypedShowsAll() {
        assertTrue(ids(null, Locale.ENGLISH).size() > 550);
        assertEquals(ids("", Locale.ENGLISH), ids(null, Locale.ENGLISH));
        assertTrue(ids("no such place", Locale.ENGLISH).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin,Europe/Berlin", "europe/berlin,Europe/Berlin", "america/new york,America/New_York", "Seoul,Asia/Seoul",
        "utc,UTC"})
    void whatIsWrittenOutIsUnderstood(String typed, String id) {
        assertEquals(Optional.of(id), TimeZones.find(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Berlinn", "Europe", "SystemV/PST8"})
    void whatIsNoZoneIsNone(String typed) {
        assertEquals(Optional.empty(), TimeZones.find(typed));
    }

    @Test
    void offsetsAreThoseOfTheMoment() {
        assertEquals("UTC+01:00", TimeZones.offset(ZoneId.of("Europe/Berlin"), WINTER));
        assertEquals("UTC+02:00", TimeZones.offset(ZoneId.of("Europe/Berlin"), SUMMER));
        assertEquals("UTC±00:00", TimeZones.offset(ZoneId.of("Europe/London"), WINTER));
    }
}

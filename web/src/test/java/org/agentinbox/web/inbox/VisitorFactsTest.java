package org.agentinbox.web.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.visitor.RecordView;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorFactsTest {

    private static final String EMAIL = "vera@customer.example";
    private static final RecordView RECORD = new RecordView(null, EMAIL, "Vera", null, null, null, null, Map.of(), null,
        new VisitorClaims(null, null, null, null, null), 2);

    private static VisitorFacts of(String email, String locale, String zone, boolean verified, RecordView record) {
        InboxTexts texts = new InboxTexts(Locale.ENGLISH);
        ReaderTimes times = new ReaderTimes(texts, ZoneId.of("UTC"), Instant.parse("2026-06-15T10:00:00Z"));
        return new VisitorFacts(
            new VisitorView(UUID.randomUUID(), "Vera", null, email, null, null, null, locale, zone, verified, record), texts, times);
    }

    @ParameterizedTest
    @CsvSource({"ko, Korean (ko)", "en-US, English (United States) (en-US)", "!, !", ","})
    void whatTheBrowserSpeaks(String tag, String words) {
        assertEquals(words, of(null, tag, null, false, null).getLanguage());
    }

    @ParameterizedTest
    @CsvSource({"Asia/Seoul, 7:00 PM (Asia/Seoul)", "Mars/Olympus,", ","})
    void whatTheClockShows(String zone, String words) {
        assertEquals(words, of(null, null, zone, false, null).getLocalTime());
    }

    @Test
    void howTheyAreJoined() {
        assertNull(of(null, null, null, false, null).getJoinText());
        VisitorFacts claimed = of(EMAIL, null, null, false, RECORD);
        assertEquals(
            "Shown with what is known of vera@customer.example, because the visitor gave that address. Nobody has checked that it is "
                + "them.",
            claimed.getJoinText());
        assertEquals("true false join-claimed", claimed.isJoinClaimed() + " " + claimed.isApart() + " " + claimed.getJoinIcon());
        VisitorFacts apart = of(EMAIL, null, null, false, null);
        assertEquals("false true join-apart", apart.isJoinClaimed() + " " + apart.isApart() + " " + apart.getJoinIcon());
        assertEquals("The site signed who this is.", of(EMAIL, null, null, true, RECORD).getJoinText());
    }
}

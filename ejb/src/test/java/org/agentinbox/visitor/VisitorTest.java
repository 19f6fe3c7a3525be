package org.agentinbox.visitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of what a visitor and their browser say. */
class VisitorTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String EMOJI = "\uD83D\uDE00";

    private final Visitor visitor = new Visitor(UUID.randomUUID(), new byte[32], NOON);

    private static VisitorClaims email(String email) {
        return new VisitorClaims(null, null, email, null, null);
    }

    private void visit(String page, String locale, String zone) {
        visitor.visit(new VisitorVisit(page, locale, zone), NOON);
    }

    private String refusedField(VisitorClaims claims) {
        RefusedException refused = assertThrows(RefusedException.class, () -> visitor.claim(claims));
        assertEquals(Refusal.INVALID_FIELD, refused.refusal());
        return refused.field();
    }

    @Test
    void claimsAreKeptAsTextAndUnverified() {
        visitor.claim(new VisitorClaims("<b>Vera</b> " + EMOJI, "CTO \u202Eabc", " vera@example.com ", "+49 (30) 1", "Ünïcode 주식회사"));
        VisitorView view = visitor.view();
        assertEquals("<b>Vera</b> " + EMOJI, view.name());
        assertEquals("CTO \u202Eabc", view.jobTitle());
        assertEquals("vera@example.com", view.email());
        assertEquals("+49 (30) 1", view.phone());
        assertEquals("Ünïcode 주식회사", view.company());
        assertFalse(view.verified());
    }

    @Test
    void whatIsNotSaidStaysKnown() {
        visitor.claim(new VisitorClaims("Vera", "CTO", "vera@example.com", "1", "ACME"));
        visitor.claim(new VisitorClaims(null, "", "  ", "2", null));
        assertEquals(new VisitorView(visitor.id(), "Vera", "CTO", "vera@example.com", "2", "ACME", null, null, null, false, null),
            visitor.view());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "o'brien+tag@sub.example.co.kr", "\"odd\"@example.com", "한글@예시.한국"})
    void mostAddressesAreAddresses(String address) {
        visitor.claim(email(address));
        assertEquals(address, visitor.view().email());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vera", "vera@", "@example.com", "a@b@c", "a b@c", "a@b\nBcc: c@d", "a@b\u0000", "\uD83D@example.com"})
    void whatIsNoAddressIsRefused(String address) {
        assertEquals("email", refusedField(email(address)));
        assertNull(visitor.view().email());
    }

    @Test
    void limitsAreThoseOfTheDatabase() {
        visitor
            .claim(new VisitorClaims(EMOJI.repeat(200), EMOJI.repeat(200), "a@" + EMOJI.repeat(318), EMOJI.repeat(50), EMOJI.repeat(200)));
        assertEquals("name", refusedField(new VisitorClaims("x".repeat(201), null, null, null, null)));
        assertEquals("jobTitle", refusedField(new VisitorClaims(null, "x".repeat(201), null, null, null)));
        assertEquals("email", refusedField(email("a@" + "x".repeat(319))));
        assertEquals("phone", refusedField(new VisitorClaims(null, null, null, "1".repeat(51), null)));
        assertEquals("company", refusedField(new VisitorClaims(null, null, null, null, "x".repeat(201))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com/", "http://localhost:8080/a?b=c#d", "https://example.com/a|b?x={y}&z=[1]^`",
        "https://예시.한국/길?q=값", "https://example.com/%00%0a"})
    void pagesOfTheWebAreKept(String page) {
        visit(page, null, null);
        assertEquals(page, visitor.view().page());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com",
        "/local", "https:", "https://",
        "https:example.com", "https://example.com/ x", "https://example.com/\n", "https://example.com/\u0000", "https://example.com/\uD83D",
        "https://example.com/<script>", "https://example.com/\"onclick", " https://example.com/", "https://example.com/\u2028"})
    void otherPagesAreDropped(String page) {
        visit(page, null, null);
        assertNull(visitor.view().page());
    }

    @Test
    void aPageHasALimit() {
        visit("https://" + "x".repeat(1_992), null, null);
        assertEquals(2_000, visitor.view().page().length());
        visit("https://" + "x".repeat(1_993), null, null);
        assertNull(visitor.view().page());
    }

    @Test
    void localesAreMadeCanonical() {
        visit(null, "EN-us", null);
        assertEquals("en-US", visitor.view().locale());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"und", "english please", "<b>", "ko_KR.UTF-8", "\u0000", "en-\uD83D", "x-private",
        "en-a-extension-that-is-much-too-long-to-be-kept-here"})
    void otherLocalesAreDropped(String locale) {
        visit(null, locale, null);
        assertNull(visitor.view().locale());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Asia/Seoul", "UTC", "America/Argentina/ComodRivadavia", "+09:00"})
    void zonesAreKept(String zone) {
        visit(null, null, zone);
        assertEquals(zone, visitor.view().timeZone());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Mars/Olympus", "Europe/Berlin\u0000", "../../etc/passwd", "<b>", "\uD83D", "+99:00"})
    void otherZonesAreDropped(String zone) {
        visit(null, null, zone);
        assertNull(visitor.view().timeZone());
    }
}

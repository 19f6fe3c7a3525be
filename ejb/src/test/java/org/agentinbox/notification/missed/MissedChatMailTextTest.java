package org.agentinbox.notification.missed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.agentinbox.mail.Recipient;
import org.agentinbox.routing.OfferState;
import org.agentinbox.visitor.RecordView;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the email about a missed chat says. */
class MissedChatMailTextTest {

    private static final Instant ASKED = Instant.parse("2026-07-16T12:02:00Z");
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();

    private static VisitorView visitor(String name, String email, String phone) {
        return new VisitorView(UUID.randomUUID(), name, "Head of labs", email, phone, "Acme", "https://www.customer.example/pricing", "en",
            null, false, null);
    }

    private static MissedChatReport report(VisitorView visitor, String words, boolean left, List<MissedChatReport.Offered> offers,
        Map<String, Integer> skipped) {
        return new MissedChatReport(UUID.randomUUID(), ASKED, visitor, words, left, offers, skipped);
    }

    private static MissedChatReport lapsed(VisitorView visitor, String words) {
        return report(visitor, words, false, List.of(new MissedChatReport.Offered(ANA, "Ana Silva", OfferState.LAPSED)), Map.of());
    }

    private static MissedChatMailText text(MissedChatReport report, UUID id, String language) {
        return new MissedChatMailText(report,
            new Recipient(id, "Ana Silva", "ana@example.com", Locale.forLanguageTag(language), ZoneId.of("Europe/Berlin")));
    }

    /** Versions of Java differ in the space before PM and in the word between date and time. */
    private static String plainSpaces(String text) {
        return text.replace('\u202f', ' ').replace(" at 2:02", ", 2:02");
    }

    @Test
    void ofOneWhomTheSiteSignedForTheAddressIsTheSignedOne() {
        RecordView record = new RecordView(UUID.randomUUID(), "vera@customer.example", null, null, null, null, null, Map.of(), ASKED,
            new VisitorClaims(null, null, null, null, null), 1);
        VisitorView vera = new VisitorView(UUID.randomUUID(), "Vera", null, "typed@elsewhere.example", null, null, null, "en", null, true,
            record);
        String body = text(lapsed(vera, null), ANA, "en").body(Optional.empty());
        assertTrue(body.contains("Email: vera@customer.example") && !body.contains("typed@elsewhere.example"), body);
    }

    @Test
    void whoClaimsAKnownAddressIsNamedAsOnThePagesOfAgentsAndTheMailSaysSo() {
        RecordView record = new RecordView(UUID.randomUUID(), "vera@customer.example", "Vera Lind", null, "+49 30 1234", null, null,
            Map.of(),
            ASKED, new VisitorClaims(null, null, null, null, null), 1);
        VisitorView claimed = new VisitorView(UUID.randomUUID(), "V.", null, "vera@customer.example", null, null, null, "en", null, false,
            record);
        MissedChatMailText text = text(lapsed(claimed, null), ANA, "en");
        String body = text.body(Optional.empty());
        assertTrue(text.subject().startsWith("Missed chat: Vera Lind,"), text.subject());
        assertTrue(body.contains("Name: Vera Lind\n") && body.contains("Phone: +49 30 1234\n"), body);
        assertTrue(body.contains("Some of this is known under the address that the visitor typed; nobody has checked that the visitor is"),
            body);
        assertFalse(body.contains("This is what the visitor typed"), body);
    }

    @Test
    void theAgentReadsWhoWhenWhyAndWhat() {
        MissedChatMailText text = text(
            lapsed(visitor("Vera Lind", "vera@customer.example", "+49 30 1234"), "How much is it?\nFor 200 seats."), ANA, "en");
        assertEquals("Missed chat: Vera Lind, Jul 16, 2026, 2:02 PM", plainSpaces(text.subject()));
        assertEquals("""
            Hello Ana Silva,

            Vera Lind asked for a live chat on Thursday, July 16, 2026, 2:02 PM (Europe/Berlin), and nobody took it.

            Why it was missed:
            - It was offered to you, and you did not answer in time.

            Name: Vera Lind
            Job title: Head of labs
            Company: Acme
            Email: vera@customer.example
            Phone: +49 30 1234
            Page: https://www.customer.example/pricing
            This is what the visitor typed; nobody has checked it.

            The visitor’s first words:
            > How much is it?
            > For 200 seats.

            Your inbox: https://chat.example.com/inbox/

            --\s
            Agent Inbox
            """, plainSpaces(text.body(Optional.of(URI.create("https://chat.example.com/inbox/")))));
    }

    @Test
    void anAdminReadsWhoDidNotAnswerInTheirLanguage() {
        MissedChatMailText text = text(lapsed(visitor("김민준", "minjun@customer.example", null), "안녕하세요"), BEN, "ko");
        assertEquals("놓친 상담: 김민준, 2026. 7. 16. 오후 2:02", plainSpaces(text.subject()));
        String body = plainSpaces(text.body(Optional.empty()));
        assertTrue(body.contains("김민준 님이 2026년 7월 16일 목요일 오후 2:02(Europe/Berlin)에 실시간 상담을 요청했지만"), body);
        assertTrue(body.contains("- Ana Silva 님이 제시간에 응답하지 않았습니다."), body);
        assertTrue(body.contains("> 안녕하세요"), body);
        assertFalse(body.contains("http:") || body.contains("상담함"), "no link where the address of the inbox is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "fr", "und", "zz"})
    void aLanguageWithoutTextsGetsEnglish(String language) {
        assertEquals("en", text(lapsed(visitor("Vera", null, null), null), ANA, language).language());
    }

    @Test
    void whoeverLeftNothingCannotBeReached() {
        String body = text(lapsed(visitor(null, null, " "), null), ANA, "en").body(Optional.empty());
        assertTrue(body.contains("A visitor asked for a live chat"), body);
        assertTrue(body.contains("The visitor left neither an email address nor a phone number."), body);
        assertTrue(body.contains("The visitor had not written anything yet."), body);
        assertFalse(body.contains("Name:"), body);
    }

    @Test
    void whereNobodyCouldBeAskedItSaysWhyNot() {
        MissedChatReport report = report(visitor("Vera", "v@example.com", null), null, false,
            List.of(new MissedChatReport.Offered(BEN, "Ben Carter", OfferState.PASSED_ON)),
            Map.of("UNAVAILABLE", 2, "UNREACHABLE", 1, "FULL", 3));
        String body = text(report, ANA, "en").body(Optional.empty());
        assertTrue(body.contains("- Ben Carter became unavailable before answering."), body);
        assertTrue(body.contains("- 2 agents were unavailable."), body);
        assertTrue(body.contains("- One agent was available, but could not be reached."), body);
        assertTrue(body.contains("- 3 agents had as many chats as one may have."), body);
    }

    @Test
    void whereThereIsNobodyAtAllItSaysSo() {
        MissedChatReport report = report(visitor("Vera", "v@example.com", null), null, false, List.of(), Map.of());
        assertTrue(text(report, ANA, "en").body(Optional.empty()).contains("- There was nobody to offer it to."));
    }

    /** Nobody missed a chat that was accepted; what a colleague took back was no visitor's request. */
    @ParameterizedTest
    @EnumSource(value = OfferState.class, names = {"ACCEPTED", "CANCELLED"}, mode = EnumSource.Mode.EXCLUDE)
    void eachFateOfAnOfferHasItsWords(OfferState state) {
        MissedChatReport report = report(visitor("Vera", "v@example.com", null), null, true,
            List.of(new MissedChatReport.Offered(ANA, "Ana Silva", state)), Map.of());
        for (String language : List.of("en", "ko")) {
            String own = text(report, ANA, language).body(Optional.empty());
            String others = text(report, BEN, language).body(Optional.empty());
            assertFalse(own.equals(others), "an agent reads of themselves differently");
        }
    }

    @Test
    void noNameCanBreakTheSubjectOrPassForOurWords() {
        String evil = "Vera\r\nBcc: all@example.com\u2028\u202e\u0000" + "x".repeat(300);
        MissedChatMailText text = text(
            lapsed(visitor(evil, "v@example.com\nBcc: all@example.com", null), "Hi\r\nYour inbox: https://evil.example/\u202e"), ANA, "en");
        assertTrue(text.subject().codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e), text.subject());
        assertTrue(text.subject().length() < 120, text.subject());
        String body = text.body(Optional.empty());
        assertFalse(body.lines().anyMatch(line -> line.startsWith("Bcc:") || line.startsWith("Your inbox:")), body);
        assertTrue(body.contains("> Hi\n> Your inbox: https://evil.example/\n"), body);
    }

    @Test
    void aNovelIsCut() {
        String body = text(lapsed(visitor("Vera", "v@example.com", null), "가".repeat(9_000) + "\n"), ANA, "en").body(Optional.empty());
        assertTrue(body.length() < 2_000 && body.contains("가…"), body.length() + " characters");
        String lines = text(lapsed(visitor("Vera", "v@example.com", null), "a\n".repeat(400)), ANA, "en").body(Optional.empty());
        assertTrue(lines.lines().count() < 60 && lines.contains("> a\n> …"), lines);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(new TreeSet<>(keys("en")), new TreeSet<>(keys("ko")));
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle("org.agentinbox.notification.missed.mail", Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).keySet();
    }
}

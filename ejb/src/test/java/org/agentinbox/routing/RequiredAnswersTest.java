package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.ChatWish;
import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryGreeting;
import org.agentinbox.entry.FieldKind;
import org.agentinbox.entry.FormField;
import org.agentinbox.entry.LocalText;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.visitor.RecordView;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorView;
import org.junit.jupiter.api.Test;

/** Tests what a chat needs to begin, by the form of its entry. */
class RequiredAnswersTest {

    private static final FormField QUESTION = new FormField(FieldKind.TEXT, true, new LocalText("Which one?", null), List.of());
    private static final RecordView RECORD = new RecordView(UUID.randomUUID(), "vera@acme.example", "Vera", "Chief", "1", "Acme", null,
        Map.of(), Instant.EPOCH, new VisitorClaims(null, null, null, null, null), 1);

    private static EntryContent content(String consentOrNull, FormField... form) {
        return new EntryContent(List.of(form), new LocalText(consentOrNull, null), null, Map.of(), null, false, EntryGreeting.NEVER);
    }

    private static VisitorView visitor(String phone, boolean verified, RecordView recordOrNull) {
        return new VisitorView(UUID.randomUUID(), null, null, "vera@acme.example", phone, null, null, "en", "UTC", verified, recordOrNull);
    }

    private static String missing(EntryContent content, ChatWish wish, VisitorView visitor) {
        RefusedException refused = assertThrows(RefusedException.class, () -> RequiredAnswers.check(content, wish, visitor));
        assertEquals(Refusal.FORM_INCOMPLETE, refused.refusal());
        return refused.field();
    }

    private static ChatWish answer(String text) {
        return new ChatWish("support", Map.of(2, text), false);
    }

    @Test
    void theFormThatNobodyChangedRequiresNothing() {
        VisitorView nobody = new VisitorView(UUID.randomUUID(), null, null, null, null, null, null, null, null, false, null);
        assertDoesNotThrow(() -> RequiredAnswers.check(EntryContent.PLAIN, ChatWish.PLAIN, nobody));
    }

    @Test
    void eachRequiredFieldIsNamed() {
        EntryContent content = content(null, FormField.of(FieldKind.PHONE, true), QUESTION, FormField.of(FieldKind.MESSAGE, true));
        assertEquals("phone", missing(content, answer("This one"), visitor(null, false, null)));
        assertEquals("phone", missing(content, answer("This one"), visitor(" ", false, null)));
        assertEquals("answer-2", missing(content, answer("  "), visitor("12", false, null)));
        assertEquals("answer-2", missing(content, ChatWish.PLAIN, visitor("12", false, null)));
        assertDoesNotThrow(() -> RequiredAnswers.check(content, answer("This one"), visitor("12", false, null)));
    }

    @Test
    void theAnswerToAChoiceIsOneOfTheChoicesInEitherLanguage() {
        FormField choice = new FormField(FieldKind.CHOICE, false, new LocalText("How many seats?", "좌석 수"),
            List.of(new LocalText("Up to 10", "10개 이하"), new LocalText("More", "그 이상")));
        EntryContent content = content(null, FormField.of(FieldKind.PHONE, false), choice);
        VisitorView visitor = visitor(null, false, null);
        for (String one : List.of("Up to 10", " More ", "10개 이하", "", " ")) {
            assertDoesNotThrow(() -> RequiredAnswers.check(content, answer(one), visitor));
        }
        for (String none : List.of("up to 10", "Up to 10, More", "<b>More</b>", "0")) {
            assertEquals("answer-2", missing(content, answer(none), visitor));
        }
    }

    @Test
    void whatIsOptionalMayBeMissing() {
        assertDoesNotThrow(() -> RequiredAnswers.check(content(null, FormField.of(FieldKind.COMPANY, false)), ChatWish.PLAIN,
            visitor(null, false, null)));
    }

    @Test
    void whatIsKnownOfTheAddressCountsForWhomTheSiteSignedOnly() {
        EntryContent content = content(null, FormField.of(FieldKind.PHONE, true), FormField.of(FieldKind.JOB_TITLE, true));
        assertEquals("phone", missing(content, ChatWish.PLAIN, visitor(null, false, RECORD)));
        assertDoesNotThrow(() -> RequiredAnswers.check(content, ChatWish.PLAIN, visitor(null, true, RECORD)));
    }

    @Test
    void aConsentHasToBeShownAlsoBesideTheFormThatNobodyChanged() {
        FormField[] plain = EntryContent.PLAIN.form().toArray(FormField[]::new);
        EntryContent content = content("We keep it.", plain);
        assertEquals("consent", missing(content, ChatWish.PLAIN, visitor(null, false, null)));
        assertDoesNotThrow(() -> RequiredAnswers.check(content, new ChatWish(null, Map.of(), true), visitor(null, false, null)));
    }
}

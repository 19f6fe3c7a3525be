package org.agentinbox.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryContentTest {

    private static final LocalText BOTH = new LocalText("Which product?", "어떤 제품인가요?");

    private static EntryContent content(List<FormField> form, String link, Map<EntryText, LocalText> texts, String accent) {
        return new EntryContent(form, BOTH, link, texts, accent, true, new EntryGreeting(5, "/pricing*"));
    }

    private static String refused(Runnable act) {
        return assertThrows(RefusedException.class, act::run).field();
    }

    @Test
    void whatIsStoredIsReadAgain() {
        EntryContent content = content(List.of(FormField.of(FieldKind.EMAIL, true), new FormField(FieldKind.TEXT, true, BOTH, List.of()),
            new FormField(FieldKind.CHOICE, false, BOTH, List.of(BOTH, new LocalText("Other", null)))), "https://www.example.com/privacy",
            Map.of(EntryText.FALLBACK, BOTH, EntryText.AFTER_END, new LocalText(null, "고맙습니다\n또 오세요")), "#1A5FB4");
        assertEquals(content, EntryDocument.parse(EntryDocument.write(content).toString()));
        assertEquals("#1a5fb4", content.accent());
    }

    @Test
    void anEmptyDocumentIsHowChatsBeganBefore() {
        assertEquals(EntryContent.PLAIN, EntryDocument.parse("{}"));
    }

    @Test
    void aTextIsShownInTheOtherLanguageWhereOneIsMissing() {
        assertEquals("Other", new LocalText("Other", null).in("ko"));
        assertEquals("어떤", new LocalText(null, "어떤").in("en"));
        assertEquals("Which product?", BOTH.in("de"));
        assertNull(LocalText.NONE.in("ko"));
    }

    @Test
    void formsHaveLimits() {
        FormField name = FormField.of(FieldKind.NAME, true);
        assertEquals("form", refused(() -> content(List.of(name, name), null, Map.of(), null)));
        FormField question = new FormField(FieldKind.TEXT, false, BOTH, List.of());
        assertEquals(6, content(Collections.nCopies(6, question), null, Map.of(), null).form().size());
        assertEquals("form", refused(() -> content(Collections.nCopies(7, question), null, Map.of(), null)));
        assertEquals("form", refused(() -> new FormField(FieldKind.TEXT, false, LocalText.NONE, List.of())));
        assertEquals("form", refused(() -> new FormField(FieldKind.CHOICE, false, BOTH, List.of(BOTH))));
        assertEquals("form", refused(() -> new FormField(FieldKind.CHOICE, false, BOTH, List.of(BOTH, LocalText.NONE))));
        assertEquals("form", refused(() -> new FormField(FieldKind.CHOICE, false, BOTH, Collections.nCopies(21, BOTH))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "http://www.example.com", "https:", "https://", "data:text/html,x", "//www.example.com",
        "https://a b"})
    void theLinkIsHttpsOrRefused(String link) {
        assertEquals("privacyLink", refused(() -> content(List.of(), link, Map.of(), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#ffffff", "#1a5fb", "#1a5fb4;", "#777777"})
    void aColourOnWhichWhiteCannotBeReadIsRefused(String accent) {
        assertEquals("accent", refused(() -> content(List.of(), null, Map.of(), accent)));
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, Accent.contrastWithWhite("#000000"), 0.001);
        assertEquals(1, Accent.contrastWithWhite("#ffffff"), 0.001);
        // The best known grey: 4.54 to 1.
        assertEquals(4.54, Accent.contrastWithWhite("#767676"), 0.005);
    }

    @Test
    void textsHaveLimits() {
        assertEquals("fallback", refused(() -> content(List.of(), null, Map.of(EntryText.FALLBACK, new LocalText("x".repeat(2001), null)),
            null)));
        assertEquals("fallback", refused(() -> content(List.of(), null, Map.of(EntryText.FALLBACK, new LocalText("a\0b", null)), null)));
        assertEquals("launcher", refused(() -> content(List.of(), null, Map.of(EntryText.LAUNCHER, new LocalText("a\nb", null)), null)));
        assertTrue(content(List.of(), null, Map.of(EntryText.FALLBACK, new LocalText(" \n ", "")), null).texts().isEmpty());
    }

    @Test
    void documentsOfAnotherShapeAreRefused() {
        assertEquals("form", refused(() -> EntryDocument.parse("{\"form\": 1}")));
        assertEquals("form", refused(() -> EntryDocument.parse("{\"form\": [\"NAME\"]}")));
        assertEquals("form", refused(() -> EntryDocument.parse("{\"form\": [{\"kind\": \"SHOE_SIZE\"}]}")));
        assertEquals("texts", refused(() -> EntryDocument.parse("{\"texts\": []}")));
        assertEquals("accent", refused(() -> EntryDocument.parse("{\"accent\": 7}")));
    }

    @Test
    void theGreetingHasItsLimits() {
        assertEquals("greetAfter", refused(() -> new EntryGreeting(-1, null)));
        assertEquals("greetAfter", refused(() -> new EntryGreeting(3601, null)));
        assertEquals("greetOn", refused(() -> new EntryGreeting(0, "/a b")));
        assertEquals("greetOn", refused(() -> new EntryGreeting(0, "/".repeat(201))));
        assertNull(new EntryGreeting(3600, " ").pages());
        assertEquals(EntryGreeting.NEVER, EntryDocument.parse("{\"greeting\": {\"pages\": \"/x\"}}").greeting());
        assertEquals(new EntryGreeting(0, "/x"),
            EntryDocument.parse("{\"greeting\": {\"afterSeconds\": 0, \"pages\": \"/x\"}}").greeting());
    }
}

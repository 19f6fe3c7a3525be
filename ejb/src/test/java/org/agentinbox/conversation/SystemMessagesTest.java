package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product speaks the visitor's language, and English where it has none of theirs. */
class SystemMessagesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, Ben O’Kafor has joined the chat.", "en-GB, Ben O’Kafor has joined the chat.", "fr, Ben O’Kafor has joined the chat.",
        "ko, Ben O’Kafor 님이 상담을 이어받았습니다.", "ko-KR, Ben O’Kafor 님이 상담을 이어받았습니다."})
    void joined(String languageTag, String expected) {
        assertEquals(expected, SystemMessages.text("joined", languageTag, "Ben O’Kafor"));
    }
}

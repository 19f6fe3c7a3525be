package org.agentinbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.agentinbox.summary.builtin.PersonNames;
import org.junit.jupiter.api.Test;

/** Reports hold no people, codes or adjectives, unless the administrators listed them. */
class ReportableTopicsTest {

    private static final PersonNames ACCOUNTS = PersonNames.of(List.of("Zorba Quill"));

    private static List<String> reported(boolean listed, long chats, Map<String, Long> called, String... names) {
        return ReportableTopics
            .without(List.of(names).stream().map(name -> new TopicCount(name, listed, chats, 0L)).toList(), ACCOUNTS, called).stream()
            .map(TopicCount::name).toList();
    }

    @Test
    void whatNamesNothingIsLeftOut() {
        assertEquals(List.of("seats", "app", "사진"),
            reported(false, 3, Map.of(), "seats", "Zorba", "zorba quill", "6tb hot", "app", "xl", "gorgeous", "사진", "ana"));
    }

    @Test
    void whatIsOnTheListStays() {
        assertEquals(List.of("Zorba", "6TB", "hot"), reported(true, 1, Map.of("zorba", 5L), "Zorba", "6TB", "hot"));
    }

    @Test
    void visitorsAreLeftOutUnlessFarMoreChatsThanPeopleAreAboutTheWord() {
        assertEquals(List.of(), reported(false, 10, Map.of("oswin", 1L), "Oswin"));
        assertEquals(List.of("oswin"), reported(false, 11, Map.of("oswin", 1L), "oswin"));
        assertEquals(List.of("seats"), reported(false, 3, Map.of("oswin", 1L), "seats"));
        assertEquals(List.of("bill"), reported(false, 3, Map.of("bill", 20L), "bill"), "a word too");
    }
}

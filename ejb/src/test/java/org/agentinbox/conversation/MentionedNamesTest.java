package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a text mentions. */
class MentionedNamesTest {

    private static final List<Person> PEOPLE = List.of(person(1, "Ana"), person(2, "Ana Silva"), person(3, "Ben Okafor"),
        person(4, "ben okafor"), person(5, "한채원"), person(6, "O'Neil (Dr.)"));

    private static Person person(int number, String name) {
        return new Person(new UUID(0, number), name, null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        @Ana Silva look at this            | 2
        @Ana, look                         | 1
        (@ana silva)                       | 2
        @Anabel                            | ""
        Ana Silva                          | ""
        ana@Ana Silva                      | ""
        @ Ana                              | ""
        @BEN OKAFOR and @Ana               | 1 3 4
        @한채원에게 물어보세요                  | 5
        @O'Neil (Dr.)                      | 6
        @Ana Silva @Ana Silva              | 2
        @                                  | ""
        😀@Ana                              | 1
        """)
    void theLongestNameAfterTheSignIsMeant(String text, String expected) {
        assertEquals(expected, MentionedNames.in(text, PEOPLE).stream().map(id -> String.valueOf(id.getLeastSignificantBits())).sorted()
            .collect(Collectors.joining(" ")));
    }
}

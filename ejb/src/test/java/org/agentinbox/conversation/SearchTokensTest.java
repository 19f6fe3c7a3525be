package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds, in both languages. */
class SearchTokensTest {

    private static boolean finds(String asked, String text) {
        TreeSet<String> words = new TreeSet<>(new SearchTokens().add(text).words());
        List<SearchTerm> terms = SearchTokens.terms(asked);
        return !terms.isEmpty() && terms.stream().allMatch(term -> term.isIn(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        배송            | 배송비는 얼마인가요
        배송비          | 배송비는 얼마인가요
        송비            | 배송비는 얼마인가요
        배              | 배송비는 얼마인가요
        요              | 배송비는 얼마인가요
        배송 얼마       | 배송비는 얼마인가요
        얼마인ㄱ        | 배송비는 얼마인가요
        김민준          | 김민준
        pric            | Our pricing page
        PRICING our     | Our pricing page
        ＰＲＩＣＥ      | price
        200             | for 200 seats
        vera@           | vera@customer.example
        vera@customer.e | Write to <vera@customer.example>.
        vera@customer.example | 메일은vera@customer.example으로 주세요
        customer.ex     | vera@customer.example
        @customer       | vera@customer.example
        ÉCOLE           | école
        plan요금        | 요금 plan
        料金            | 料金はいくらですか
        サーバー        | サーバーの料金
        """)
    void isFound(String asked, String text) {
        assertTrue(finds(asked, text), asked + " in " + new SearchTokens().add(text).words() + " by " + SearchTokens.terms(asked));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        배송료          | 배송비는 얼마인가요
        ricing          | Our pricing page
        pricing ours    | Our pricing page
        vera@           | veranda and customer@vera.example
        2000            | for 200 seats
        """)
    void isNotFound(String asked, String text) {
        assertEquals(false, finds(asked, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!&|():*<->'\"\\", "\u0000", "…", "😀"})
    void whatHasNoWordAsksForNothing(String asked) {
        assertEquals(List.of(), SearchTokens.terms(asked));
    }

    @Test
    void nothingThatTheDatabaseWouldReadAsMoreThanAWordIsLeft() {
        String query = SearchTerm.query(SearchTokens.terms("it's 'quoted' \\ a:* & (b | !c) <-> d\u0000e x@y'z o'neil@x.example"));
        assertEquals("'x@y':* & 'neil@x.example':* & 'it':* & 's':* & 'quoted':* & 'a':* & 'b':* & 'c':* & 'd':* & 'e':* & 'z':* & 'o':*",
            query);
    }

    @Test
    void aDocumentNeverGetsTooLargeForItsColumn() {
        SearchTokens words = new SearchTokens();
        for (int i = 0; i < 100_000 && !words.isFull(); i++) {
            words.add(i + "x".repeat(100));
        }
        assertTrue(words.isFull());
        assertTrue(String.join("", words.words()).length() < 1_000_000);
        assertTrue(words.words().stream().allMatch(w -> w.length() <= 64));
    }
}

package org.agentinbox.summary.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.summary.api.ListedTopicView;
import org.agentinbox.summary.api.SummariserContract;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.agentinbox.conversation.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names something is a topic; what only describes it, or tells its make or size, is none alone. */
class TopicWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"6tb hot", "6tb", "XL", "a4", "s", "xxl", "wg-00", "zd421", "hot", "acceptable", "gorgeous", "useless",
        "archived", "bought", "mostly", "happiest", "black",
        "2026", "the", "!", "", "기간", "오늘", "가"})
    void isNoTopic(String name) {
        assertFalse(TopicWords.isTopic(name), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zebra zd421", "black size", "seats", "api", "table", "vegetable", "cable", "speed", "family", "bus", "priest",
        "pricing", "light", "manual", "유효 기간", "사진",
        "API", "サポート", "поддержка", "café"})
    void isATopic(String name) {
        assertTrue(TopicWords.isTopic(name), name);
    }

    @Property(tries = 500)
    void lettersWithDigitsAreCodesWhateverTheyAre(@ForAll @AlphaChars @StringLength(max = 12) String before,
        @ForAll @IntRange(min = 0, max = 99_999) int number,
        @ForAll @AlphaChars @StringLength(max = 12) String after) {
        assertFalse(TopicWords.isTopic(before + number + after));
        assertTrue(TopicWords.isTopic("printer " + before + number + after));
    }

    @Property(tries = 300)
    void wordsThatDescribeAddNothingAndTakeNothing(@ForAll("adjectives") String adjective) {
        assertFalse(TopicWords.isTopic(adjective));
        assertTrue(TopicWords.isTopic(adjective + " printer") && TopicWords.isTopic("printer " + adjective));
    }

    @Provide
    Arbitrary<String> adjectives() {
        return Arbitraries.of(Lexicon.ENGLISH.words("adjectives"));
    }

    @Property(tries = 300)
    void noSingleAdjectiveOfAVisitorIsATopic(@ForAll("adjectives") String adjective) {
        List<String> topics = new BuiltInSummariser()
            .summarise(SummariserContract.turns("V My scanner is " + adjective + ". It was never so " + adjective + " before.")).topics()
            .stream().map(Topic::name).toList();
        assertFalse(topics.contains(adjective), topics.toString());
        assertTrue(topics.contains("scanner"), topics.toString());
    }

    @Test
    void rootsOfKoreanAdjectivesAreNone() {
        assertEquals(List.of("쿠폰"), KoreanNouns.of("유효한 쿠폰", PersonNames.NONE));
        assertEquals(List.of("유효 쿠폰", "유효", "쿠폰").stream().sorted().toList(),
            KoreanNouns.of("유효 쿠폰", PersonNames.NONE).stream().sorted().toList());
        assertTrue(KoreanNouns.of("주문한 책", PersonNames.NONE).contains("주문"), "of a verb");
    }

    @Test
    void lettersOfKoreanTextAreTopicsBesideANounOnly() {
        assertEquals(List.of("as 접수", "접수"), KoreanNouns.of("as 접수", PersonNames.NONE));
        assertEquals(List.of("하드"), KoreanNouns.of("6TB 하드", PersonNames.NONE).stream().filter(n -> !n.contains(" ")).toList());
        assertEquals(List.of(), KoreanNouns.of("XL", PersonNames.NONE));
    }

    @Test
    void aWordOfTheListThatATopicStandsForIsNoFurtherTopic() {
        TopicMatcher listed = new TopicMatcher(List.of(new ListedTopicView(new UUID(0, 1), "Invoices", List.of("결제", "billing"))));
        List<String> topics = new BuiltInSummariser(listed).summarise(SummariserContract.turns("V 카드로 결제했는데요", "V billing address?"))
            .topics().stream().map(Topic::name).toList();
        assertEquals("Invoices", topics.get(0));
        assertTrue(topics.stream().noneMatch(Set.of("결제", "billing")::contains), topics.toString());
    }
}

package org.agentinbox.summary.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.summary.api.ListedTopicView;
import org.agentinbox.summary.api.SummariserContract;
import org.agentinbox.summary.api.Turn;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.Topic;
import org.junit.jupiter.api.Test;

/** Known people's names are no topics, and words that are names too stay topics. */
class PersonNamesTest {

    private static final PersonNames NAMES = PersonNames
        .of(List.of("Zorba Quill", "Grace Price", "Support Team", "ana", "채윤서", "서지원", "태양"));

    private static List<String> topics(PersonNames names, String... said) {
        return new BuiltInSummariser(TopicMatcher.NONE, names).summarise(SummariserContract.turns(said)).topics().stream().map(Topic::name)
            .toList();
    }

    @Test
    void givenNamesCountHoweverTheyAreWrittenFamilyNamesWithACapital() {
        assertTrue(NAMES.isName("zorba") && NAMES.isName("ZORBA") && NAMES.isName("Quill") && NAMES.isName("Ana"));
        assertFalse(NAMES.isName("quill"), "a word too");
        assertTrue(NAMES.isName("Grace") && NAMES.isName("Price"));
        assertFalse(NAMES.isName("grace") || NAMES.isName("price"), "words too");
        assertFalse(NAMES.isName("Support") || NAMES.isName("Team"), "nobody's name");
    }

    @Test
    void commonGivenNamesCountWithoutAnybodyKnown() {
        assertTrue(PersonNames.NONE.isName("kate") && PersonNames.NONE.isName("Rita"));
        assertFalse(PersonNames.NONE.isName("Grace") || PersonNames.NONE.isName("Virginia") || PersonNames.NONE.isName("zorba"));
    }

    @Test
    void wholeNamesArePhrasesOfNames() {
        assertTrue(NAMES.areNames("zorba quill") && NAMES.areNames("Grace Price") && NAMES.areNames("grace price"),
            "also as topics are stored");
        assertFalse(NAMES.areNames("zorba printer") || NAMES.areNames("price"));
    }

    @Test
    void koreanNamesCountAsAWhole() {
        assertTrue(NAMES.isName("채윤서") && NAMES.isName("서지원"));
        assertFalse(NAMES.isName("지원") || NAMES.isName("태양"), "words too");
        assertEquals(List.of("라벨", "라벨 프린터", "프린터"), KoreanNouns.of("채윤서가 라벨 프린터", NAMES));
        assertEquals(List.of("기술 지원", "기술", "지원").stream().sorted().toList(), KoreanNouns.of("기술 지원", NAMES).stream().sorted().toList());
    }

    @Test
    void koreanNamesAreFoundHoweverTheTokenizerCutsThem() {
        PersonNames names = PersonNames.of(List.of("마철수"));
        assertTrue(KoreanNouns.of("마철수라고 합니다", PersonNames.NONE).contains("마철"), "the tokenizer does not know the name");
        assertEquals(List.of(), KoreanNouns.of("마철수라고 합니다", names));
    }

    @Test
    void whoIsSpokenOfInKoreanIsKnownByWhatFollows() {
        assertEquals(List.of(), KoreanNouns.of("김지훈님께", PersonNames.NONE));
        assertEquals(List.of("메일"), KoreanNouns.of("서연씨가 보낸 메일", PersonNames.NONE));
        assertEquals(List.of("견적서"), KoreanNouns.of("박민서 선배한테 견적서", PersonNames.NONE));
        assertEquals(List.of("연구실"), KoreanNouns.of("교수님 연구실", PersonNames.NONE));
        assertTrue(KoreanNouns.of("영업 대표 전화", PersonNames.NONE).contains("영업"), "no name stands before that title");
    }

    @Test
    void agentsAndTheVisitorAreNoTopics() {
        List<String> topics = topics(NAMES, "V hi zorba! Ana told me to ask you about label printers", "A Hello!",
            "V Quill said my price is wrong, ana. Is zorba's label printer in it?");
        assertTrue(topics.contains("label printers") || topics.contains("label printer"), topics.toString());
        assertTrue(topics.stream().flatMap(t -> List.of(t.split(" ")).stream()).noneMatch(Set.of("zorba", "ana", "quill")::contains),
            topics.toString());
        assertTrue(topics(PersonNames.NONE, "V hi zorba! zorba told me").contains("zorba"), "or the test shows nothing");
    }

    @Test
    void namesOnTheListAreTopicsAllTheSame() {
        TopicMatcher listed = new TopicMatcher(List.of(new ListedTopicView(new UUID(0, 1), "Zorba", List.of())));
        assertEquals("Zorba",
            new BuiltInSummariser(listed, NAMES).summarise(SummariserContract.turns("V Does zorba ship?")).topics().get(0).name());
    }

    @Test
    void mentionedIsWhoHasACapitalWithinASentenceAndNeverASmallLetter() {
        List<Turn> turns = SummariserContract.turns("V Yes Kateri. Where is Oswin's file? I use Excel, excel is slow. 박가람이 보냈어요",
            "A Ask Branwen");
        assertEquals(Set.of("kateri", "oswin", "박가람", "보냈어"), MentionedNames.in(turns));
        assertEquals(Set.of(), MentionedNames.in(List.of(new Turn(1, AuthorKind.VISITOR, null, null))));
    }

    @Provide
    Arbitrary<List<String>> people() {
        Arbitrary<String> word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(8)
            .map(w -> "Q" + w);
        return Combinators.combine(word, word).as((given, family) -> given + " " + family).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 300)
    void nobodyWhoIsKnownIsEverATopicAlone(@ForAll("people") List<String> people) {
        PersonNames names = PersonNames.of(people);
        String[] said = people.stream()
            .map(p -> "V I spoke with " + p + " and " + p.split(" ")[0].toLowerCase(Locale.ROOT) + " about the label printers.")
            .toArray(String[]::new);
        Set<String> given = people.stream().map(p -> p.split(" ")[0].toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<String> topics = topics(names, said);
        assertTrue(topics.stream().noneMatch(t -> given.contains(t) || names.areNames(t)), topics.toString());
        people.forEach(p -> assertTrue(
            names.areNames(p) && names.areNames(p.toLowerCase(Locale.ROOT)) && names.with(List.of("Other One")).areNames(p), p));
    }
}

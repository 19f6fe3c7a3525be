package org.agentinbox.summary.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.conversation.Topic;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.builtin.TopicMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every summariser promises, whoever writes. */
public abstract class SummariserContract {

    private static final TopicMatcher LISTED = new TopicMatcher(
        List.of(new ListedTopicView(new UUID(0, 1), "Returns", List.of("send back", "반품")),
            new ListedTopicView(new UUID(0, 2), "Invoices", List.of())));

    public abstract Summariser summariser(TopicMatcher listed);

    static List<List<Turn>> chats() {
        return List.of(
            turns("V Hello!", "A Hi, how can I help?", "V I want to send back the blue headphones. Can you refund me?",
                "A Yes. We'll send you a label today.",
                "V Great. And when do I get the money?"),
            turns("V 안녕하세요. 무선 이어폰을 반품하고 싶어요.", "A 네, 내일 수거하겠습니다.", "V 환불은 언제 되나요?"),
            turns("S The chat begins.", "V <b>Do you repair</b> scanners & printers?", "S Ana has joined.", "A We do, for 40 euros."),
            turns("V ¿Tienen habitaciones para el sábado?", "A Sí, quedan dos."),
            turns("V {\"seq\": 99, \"from\": \"agent\"} \"}]} is what your app shows me. Why?", "A I will ask our developers."));
    }

    /** Each line begins with V, A or S for who says it. */
    public static List<Turn> turns(String... said) {
        return java.util.stream.IntStream.range(0, said.length).mapToObj(i -> new Turn(i + 1, switch (said[i].charAt(0)) {
            case 'V' -> AuthorKind.VISITOR;
            case 'A' -> AuthorKind.AGENT;
            default -> AuthorKind.SYSTEM;
        }, said[i].substring(2), null)).toList();
    }

    @ParameterizedTest
    @MethodSource("chats")
    void everyStatementIsPlainAndLeadsToMessagesThatPeopleWrote(List<Turn> turns) {
        Summary summary = summariser(LISTED).summarise(turns);
        Map<Integer, AuthorKind> authors = turns.stream().collect(Collectors.toMap(Turn::seq, Turn::author));
        assertFalse(summary.statements().isEmpty());
        for (Statement statement : summary.statements()) {
            assertFalse(statement.text().isBlank());
            assertTrue(statement.text().length() <= 1_000, statement.text());
            assertEquals(statement.seqs().stream().sorted().distinct().toList(), statement.seqs());
            statement.seqs()
                .forEach(seq -> assertTrue(Set.of(AuthorKind.VISITOR, AuthorKind.AGENT).contains(authors.get(seq)), statement.toString()));
        }
        assertEquals(summary.statements().stream().map(Function.identity()).distinct().toList(), summary.statements());
        assertFalse(summary.text().isBlank());
    }

    @ParameterizedTest
    @MethodSource("chats")
    void topicsAreTheVisitorsAndFew(List<Turn> turns) {
        List<Topic> topics = summariser(LISTED).summarise(turns).topics();
        assertTrue(topics.size() <= 5, topics.toString());
        assertEquals(topics.size(), topics.stream().map(t -> t.name().toLowerCase()).distinct().count(), topics.toString());
        for (Topic topic : topics) {
            assertFalse(topic.seqs().isEmpty(), topic.toString());
            topic.seqs().forEach(seq -> assertEquals(AuthorKind.VISITOR, turns.get(seq - 1).author(), topic.toString()));
        }
    }

    @Test
    void whatTheVisitorCallsByANameOfTheListIsATopic() {
        assertEquals(new Topic("Returns", List.of(3)), summariser(LISTED).summarise(chats().get(0)).topics().get(0));
        assertEquals(new Topic("Returns", List.of(1)), summariser(LISTED).summarise(chats().get(1)).topics().get(0));
    }

    @Test
    void ofNothingThereIsNothingToSay() {
        assertEquals(Summary.EMPTY, summariser(LISTED).summarise(List.of()));
        assertEquals(Summary.EMPTY, summariser(LISTED).summarise(turns("S The chat begins.", "V  ")));
    }
}

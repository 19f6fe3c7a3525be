package org.agentinbox.summary.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.Topic;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.list.ImportProblem;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListFile.Wrong;
import org.agentinbox.summary.api.ListedTopicView;
import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.BuiltInSummariser;
import org.agentinbox.summary.builtin.TopicMatcher;
import org.junit.jupiter.api.Test;

/** The administrators' topics are found in whatever form visitors use, and their file says what is wrong with it. */
class TopicFileTest {

    private static final Summariser SUMMARISER = new BuiltInSummariser(new TopicMatcher(List.of(
        topic("Returns", "refund", "send back", "환불"), topic("Pricing", "how much", "price"), topic("C++ support"))));

    private static ListedTopicView topic(String name, String... synonyms) {
        return new ListedTopicView(new UUID(0, 1), name, List.of(synonyms));
    }

    private static List<String> topics(AuthorKind author, String text) {
        return SUMMARISER.summarise(List.of(new Turn(1, author, text, null))).topics().stream().map(Topic::name)
            .filter(List.of("Returns", "Pricing", "C++ support")::contains).toList();
    }

    @Test
    void anyFormOfANameOrSynonymCounts() {
        assertEquals(List.of("Returns"), topics(AuthorKind.VISITOR, "Were my refunds processed?"));
        assertEquals(List.of("Returns"), topics(AuthorKind.VISITOR, "I am returning the scanner."));
        assertEquals(List.of("Returns"), topics(AuthorKind.VISITOR, "환불하고 싶은데 어떻게 하나요?"));
        assertEquals(List.of("Pricing"), topics(AuthorKind.VISITOR, "How much is it?"));
        assertEquals(List.of("C++ support"), topics(AuthorKind.VISITOR, "Is there c++ support for it?"));
    }

    @Test
    void partsOfASynonymDoNotCountNorDoesWhatTheAgentSays() {
        assertEquals(List.of(), topics(AuthorKind.VISITOR, "Can you send us a quote?"));
        assertEquals(List.of(), topics(AuthorKind.VISITOR, "The showhow muchness is odd."));
        assertEquals(List.of(), topics(AuthorKind.AGENT, "We have refunds and great prices."));
    }

    @Test
    void aFileComesBackAsItWasWritten() {
        List<ListedTopicView> topics = List.of(topic("Returns", "refund", "환불"), topic("=1+1", "a \"b\", c"));
        List<TopicFile.Row> rows = TopicFile.read(TopicFile.write(topics)).rows();
        assertEquals(List.of(new TopicFile.Row("Returns", List.of("refund", "환불")), new TopicFile.Row("=1+1", List.of("a \"b\", c"))),
            rows);
    }

    @Test
    void eachWrongLineIsNamed() {
        String file = "name,synonyms\nA,x;x ;; y\na,z\n,b\nC\n\"D\" E,f\n";
        ListFile<TopicFile.Row> read = TopicFile.read(file.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(new ImportProblem(3, Wrong.TWICE), new ImportProblem(4, TopicFile.Wrong.NAME),
            new ImportProblem(5, Wrong.CELLS), new ImportProblem(6, Wrong.QUOTES)), read.problems());
        assertEquals(List.of(new TopicFile.Row("A", List.of("x", "y"))), read.rows());
        assertEquals(List.of(new ImportProblem(1, Wrong.HEADER)), TopicFile.read("topic\n".getBytes(StandardCharsets.UTF_8)).problems());
        assertTrue(TopicFile.read(new byte[]{(byte) 0xC3, 0x28}).problems().contains(new ImportProblem(0, Wrong.NOT_UTF8)));
    }
}

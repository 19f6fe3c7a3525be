package org.agentinbox.summary.builtin;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.OddTexts;
import org.agentinbox.summary.api.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The summary of one long odd message takes its time in proportion to the length. */
class LongTextsTest {

    static Stream<String> parts() {
        return OddTexts.parts();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aSummaryTakesItsTimeInProportion(String part) {
        Consumer<String> summarise = text -> new BuiltInSummariser(new TopicMatcher(List.of()))
            .summarise(List.of(new Turn(1, AuthorKind.VISITOR, text, null), new Turn(2, AuthorKind.AGENT, text, null)));
        OddTexts.assertGrowsWithLength(part, summarise);
    }
}

package org.agentinbox.web.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.web.hint.Audience;
import org.agentinbox.web.hint.Hint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintTextTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    static Stream<Hint> hints() {
        Stream<Audience> audiences = Stream.of(new Audience.Visitor(ONE), new Audience.Agent(ONE), new Audience.AgentViewing(ONE, OTHER),
            new Audience.OthersViewing(ONE, true, Set.of()), new Audience.OthersViewing(ONE, false, Set.of(ONE, OTHER)),
            new Audience.Watching(ONE));
        return Stream.concat(Stream.of(new Hint.SignInsEnded(Set.of(ONE, OTHER)), new Hint.SignInsEnded(Set.of())),
            audiences.flatMap(to -> Stream.of(new Hint.Frame(to, "{\"type\":\"message\",\"text\":\"안녕 \\\"x\\\"\\n\"}", true),
                new Hint.Frame(to, "", false))));
    }

    @ParameterizedTest
    @MethodSource("hints")
    void whatIsWrittenIsRead(Hint hint) {
        assertEquals(Optional.of(hint), HintText.read(HintText.of(hint)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"type\":1}", "{\"type\":\"later version's\"}", "{\"type\":\"visitor\"}",
        "{\"type\":\"agent\",\"id\":\"1\",\"frame\":\"x\"}", "{\"type\":\"signInsEnded\",\"ids\":[1]}",
        "{\"type\":\"othersViewing\",\"conversationId\":null}"})
    void whatIsNotUnderstoodIsIgnored(String text) {
        assertEquals(Optional.empty(), HintText.read(text));
    }

    @Test
    void membersOfLaterVersionsAreIgnored() {
        String text = "{\"type\":\"visitor\",\"id\":\"" + ONE + "\",\"frame\":\"x\",\"later\":[{}]}";
        assertEquals(Optional.of(new Hint.Frame(new Audience.Visitor(ONE), "x", false)), HintText.read(text));
    }

    @Test
    void theRestOfABatchIsDelivered() {
        List<Hint> arrived = new ArrayList<>();
        Hint.SignInsEnded ended = new Hint.SignInsEnded(Set.of(ONE));
        new HintCommand(List.of("nonsense", HintText.of(ended))).execute(arrived::add);
        assertEquals(List.of(ended), arrived);
    }
}

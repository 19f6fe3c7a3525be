package org.agentinbox.summary.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.agentinbox.conversation.Topic;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sixty Korean chats with summaries and topics that a person wrote: the built-in summaries come as near to them as is asked of English. */
class KoreanSummariesTest {

    /** A chat of the file. */
    private record Chat(List<String> topics, List<Turn> turns, String reference, Summary summary) {}

    private static List<Chat> chats;

    @BeforeAll
    static void read() throws IOException {
        chats = new ArrayList<>();
        String file;
        try (var in = KoreanSummariesTest.class.getResourceAsStream("korean-chats.txt")) {
            file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> topics = List.of();
        List<Turn> turns = new ArrayList<>();
        for (String line : file.split("\n")) {
            String rest = line.substring(2).strip();
            switch (line.charAt(0)) {
                case '#' -> topics = List.of(rest.split("; "));
                case '=' -> {
                    chats.add(new Chat(topics, turns, rest, new BuiltInSummariser().summarise(turns)));
                    turns = new ArrayList<>();
                }
                default -> turns.add(new Turn(turns.size() + 1, line.charAt(0) == 'A' ? AuthorKind.AGENT : AuthorKind.VISITOR, rest, null));
            }
        }
    }

    @Test
    void sixtyChatsAreSummarisedAsNearToAPersonAsIsAsked() {
        double one = mean(c -> Rouge.of(c.summary().text(), c.reference()).one());
        double two = mean(c -> Rouge.of(c.summary().text(), c.reference()).two());
        double longest = mean(c -> Rouge.of(c.summary().text(), c.reference()).longest());
        double ratio = mean(c -> Rouge.of(c.summary().text(), c.reference()).lengthRatio());
        String measured = "ROUGE-1/2/L %.1f/%.1f/%.1f, length ratio %.2f".formatted(one, two, longest, ratio);
        System.out.println("60 Korean chats: " + measured);
        assertEquals(60, chats.size());
        assertTrue(one >= 78 && two >= 70 && longest >= 76, measured);
        assertTrue(ratio <= 1.5, measured);
    }

    @Test
    void topicsAreThoseThatAPersonNamed() {
        double hit = 100 * mean(c -> bestTopic(c) > 0 ? 1 : 0);
        double f1 = 100 * mean(KoreanSummariesTest::bestTopic);
        String measured = "hit@5 %.1f, token-F1@5 %.1f".formatted(hit, f1);
        System.out.println("60 Korean chats: " + measured);
        assertTrue(hit >= 85 && f1 >= 73, measured);
    }

    private static double bestTopic(Chat chat) {
        double best = 0;
        for (Topic topic : chat.summary().topics().subList(0, Math.min(5, chat.summary().topics().size()))) {
            for (String wanted : chat.topics()) {
                Set<String> a = new HashSet<>(Arrays.asList(topic.name().split(" ")));
                Set<String> b = new HashSet<>(Arrays.asList(wanted.split(" ")));
                int sizes = a.size() + b.size();
                a.retainAll(b);
                best = Math.max(best, 2.0 * a.size() / sizes);
            }
        }
        return best;
    }

    private static double mean(ToDoubleFunction<Chat> figure) {
        return chats.stream().mapToDouble(figure).average().orElse(0);
    }
}

package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Long odd texts, and whether work on them grows in proportion to their length: no visitor's text may hold a thread up. */
public final class OddTexts {

    private static final int SHORT = 25_000;
    private static final int TIMES = 4;
    /** In proportion it would be 4, with the square 16. */
    private static final int MOST_TIMES = 10;
    private static final int TRIES = 3;
    /** What a pause of the machine may cost, where the work itself takes next to nothing. */
    private static final long SLACK_NANOS = 250_000_000;
    private static final String[] PARTS = {"<", "&", "http://", "https://a", "https://a.example/", "www.", "@", "a@", "@a", "a.", "a.b@",
        "a@b.",
        "a@b.example ", "(", ")", "()", "[", "{", "{visitor.", "\"", "'", "`", "*", "_", "-", "--", "- ", "/", "\\", "#", "+", "1", "1 ",
        "1-", "(1) ",
        "12:3", "20", "2026-11-2", "0.", "$1", "1,", " ", "\t", "\n", "\r\n", "\u00a0", "\u3000", " a", "a ", "a", "A", "Ab ", "A-1-",
        "ab'", "n't ",
        "please ", "thanks ", "Mr. ", "! ", "?", "...", ".", ",", ", ", ";", ":", "…", "is it ", "what is ", "I want ", "if ", "a\u0301",
        "\u0301", "\u200d",
        "\u202e", "\u200b", "\ud83d\ude00", "\ud83d", "가", "가 ", "나요", "요. ", "네 ", "주세요", "\u1100\u1161", "ß", "İ", "\u0000"};

    private OddTexts() {}

    /** @return what texts are made of, by repetition; always the same */
    public static Stream<String> parts() {
        Random random = new Random(20261129);
        Stream<String> mixed = IntStream.range(0, 30).mapToObj(i -> IntStream.range(0, 2 + random.nextInt(4))
            .mapToObj(j -> PARTS[random.nextInt(PARTS.length)]).reduce("", String::concat));
        return Stream.concat(Arrays.stream(PARTS), mixed);
    }

    /** Fails where work on four times the text, 100,000 characters, takes much more than four times as long. */
    public static void assertGrowsWithLength(String part, Consumer<String> work) {
        for (String end : new String[]{"x", " !"}) {
            String longText = repeated(part, TIMES * SHORT) + end;
            // Most texts take so little that nothing has to be compared.
            if (least(work, longText, 1) > SLACK_NANOS) {
                long small = least(work, repeated(part, SHORT) + end, TRIES);
                long large = least(work, longText, TRIES);
                assertTrue(large <= MOST_TIMES * small + SLACK_NANOS, () -> "\"" + part + "\" with \"" + end + "\": " + TIMES
                    + " times the letters take " + large / 1_000_000 + " in place of " + small / 1_000_000 + " ms");
            }
        }
    }

    private static String repeated(String part, int length) {
        return part.repeat(length / part.length());
    }

    private static long least(Consumer<String> work, String text, int tries) {
        return LongStream.range(0, tries).map(i -> {
            long begin = System.nanoTime();
            work.accept(text);
            return System.nanoTime() - begin;
        }).min().orElseThrow();
    }
}

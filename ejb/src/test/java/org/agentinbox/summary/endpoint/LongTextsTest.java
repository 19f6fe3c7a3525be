package org.agentinbox.summary.endpoint;

import java.util.stream.Stream;

import org.agentinbox.platform.OddTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Taking addresses and numbers out of a long odd text takes its time in proportion to the length. */
class LongTextsTest {

    static Stream<String> parts() {
        return OddTexts.parts();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void redactionTakesItsTimeInProportion(String part) {
        OddTexts.assertGrowsWithLength(part, Redaction::of);
    }
}

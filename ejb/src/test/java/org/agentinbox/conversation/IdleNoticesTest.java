package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** How long before the end of a silent chat its two sides are told. */
class IdleNoticesTest {

    private static final int A_DAY = 86_400;

    @Test
    void aMinuteBefore() {
        assertEquals(Duration.ofMinutes(1), IdleNotices.notice(Duration.ofMinutes(10)));
        assertEquals(Duration.ofMinutes(1), IdleNotices.notice(Duration.ofMinutes(2)));
    }

    @Test
    void halfOfAShortTimeOut() {
        assertEquals(Duration.ofSeconds(45), IdleNotices.notice(Duration.ofSeconds(90)));
        assertEquals(Duration.ofMillis(500), IdleNotices.notice(Duration.ofSeconds(1)));
    }

    /** The deadline looks at the end that was announced, and not before: a message in between must not make it late. */
    @Property
    void whatIsWrittenAfterANoticePutsTheNextOneBehindTheAnnouncedEnd(@ForAll @IntRange(min = 1, max = A_DAY) int seconds,
        @ForAll @LongRange(min = 0, max = 60_000) long writtenAfterMillis) {
        Duration timeout = Duration.ofSeconds(seconds);
        Duration notice = IdleNotices.notice(timeout);
        Duration writtenAt = timeout.minus(notice).plusMillis(Math.min(writtenAfterMillis, notice.toMillis()));
        assertTrue(writtenAt.plus(timeout).minus(notice).compareTo(timeout) >= 0);
    }
}

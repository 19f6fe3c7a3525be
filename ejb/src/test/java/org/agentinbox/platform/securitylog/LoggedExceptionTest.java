package org.agentinbox.platform.securitylog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

/** Messages of exceptions are logged on one line each. */
class LoggedExceptionTest {

    private static final String ODD = "no such value: x\n2026-01-01 INFO FAKE";

    private static String printed(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void messagesOfAllCausesStayOnTheirLine() {
        IllegalStateException problem = new IllegalStateException(ODD, new IllegalArgumentException(ODD));
        assertTrue(printed(problem).lines().anyMatch(line -> line.startsWith("2026-01-01")));
        String logged = printed(LoggedException.of(problem));
        assertTrue(logged.lines().noneMatch(line -> line.startsWith("2026-01-01")), logged);
        assertTrue(logged.startsWith("java.lang.IllegalStateException: no such value: x\\u000a2026-01-01 INFO FAKE"), logged);
        assertTrue(logged.contains("Caused by: java.lang.IllegalArgumentException: no such value"), logged);
        assertArrayEquals(problem.getStackTrace(), LoggedException.of(problem).getStackTrace());
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        IllegalStateException problem = new IllegalStateException("a");
        problem.initCause(new IllegalStateException("b", problem));
        assertEquals("java.lang.IllegalStateException: a", LoggedException.of(problem).toString());
    }

    @Test
    void oneWithoutMessageIsItsName() {
        assertEquals("java.lang.NullPointerException", LoggedException.of(new NullPointerException()).toString());
    }
}

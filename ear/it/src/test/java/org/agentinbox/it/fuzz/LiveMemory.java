package org.agentinbox.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.launcher.Server;

/** How much of its heap a server holds on to, at first and in the end. */
final class LiveMemory {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    /** Of what lasts longer than a test: sessions of forms, and what counts the tries of each visitor. */
    private static final long MOST_GROWTH = 16 << 20;

    private final Server server;
    private long atFirst;

    LiveMemory(Server server) {
        this.server = server;
    }

    void begin() {
        atFirst = bytes();
    }

    void assertFlat() {
        long inTheEnd = bytes();
        assertTrue(inTheEnd - atFirst < MOST_GROWTH, "The heap grew from " + atFirst + " to " + inTheEnd + " bytes");
    }

    /** @return the bytes of all objects that are left after a collection of garbage */
    private long bytes() {
        // A histogram of the objects begins with a collection, and is the same for all collectors.
        String histogram = ask(server.leftBehind().orElseThrow(), "GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new AssertionError("No histogram: " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    private static String ask(long process, String command) {
        try {
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process),
                command).redirectErrorStream(true).start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.agentinbox.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the tests of the scripts, the files below {@code src/test/js} that end with {@code .test.js}, in the JVM. Each file has a context of
 * its own, in which nothing of a browser is there but what {@code support/browser.js} puts there.
 */
class ScriptsTest {

    private static final Path FOLDER = Path.of("src/test/js");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Engine ENGINE = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

    @AfterAll
    static void close() {
        ENGINE.close(true);
    }

    @TestFactory
    Stream<DynamicContainer> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".test.js")).sorted().toList();
            Assertions.assertFalse(tests.isEmpty(), FOLDER + " has no tests");
            return tests.stream().map(file -> DynamicContainer.dynamicContainer(FOLDER.relativize(file).toString(), tests(file)));
        }
    }

    private static List<DynamicTest> tests(Path file) {
        List<DynamicTest> tests = new ArrayList<>();
        Context context = Context.newBuilder("js").engine(ENGINE).allowIO(IOAccess.ALL).timeZone(ZONE).build();
        Value global = context.getBindings("js");
        global.putMember("test", (ProxyExecutable) given -> tests.add(DynamicTest.dynamicTest(given[0].asString(), () -> run(given[1]))));
        global.putMember("isAddress", (ProxyExecutable) given -> isAddress(given[0].asString()));
        try {
            context.eval(Source.newBuilder("js", file.toFile()).mimeType("application/javascript+module").build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tests;
    }

    private static void run(Value test) {
        try {
            test.executeVoid();
        } catch (PolyglotException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** What stands in for the browser's URL: nearly as strict. */
    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text.replaceAll("[^\\x21-\\x7e]", "_"));
            return uri.isOpaque() || uri.getHost() != null && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

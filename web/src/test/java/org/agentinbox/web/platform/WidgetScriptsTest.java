package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers embed is small, whole, and in one piece. */
class WidgetScriptsTest {

    private static final Path ASSETS = Path.of("src/main/webapp/assets");
    private static final Pattern EXPORT = Pattern.compile("\\bexport [^;{]*\\{");
    private static final int MOST_BYTES = 31 * 1024;

    private final WidgetScripts scripts = new WidgetScripts(WidgetScriptsTest::source);

    @Test
    void theWidgetIsSmall() {
        int size = compressed(scripts.widget());
        assertTrue(size <= MOST_BYTES, size + " bytes");
    }

    @Test
    void theWidgetIsAScriptThatLeavesNoNames() throws IOException {
        String widget = scripts.widget();
        assertTrue(widget.startsWith("(()=>{\"use strict\";\n") && widget.endsWith("\n})();\n"), widget.substring(0, 40));
        assertFalse(EXPORT.matcher(widget).find() || Pattern.compile("\\bimport \\{").matcher(widget).find(), "it is no module");
        try (Context context = Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
            assertDoesNotThrow(() -> context.parse("js", widget));
        }
    }

    @Test
    void thePreviewIsAScript() throws IOException {
        try (Context context = Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
            assertDoesNotThrow(() -> context.parse("js", scripts.preview()));
        }
    }

    @Test
    void bookingIsAModuleOfItsOwn() throws IOException {
        String booking = scripts.booking();
        assertEquals(List.of("export function createBookings(kit) {"), EXPORT.matcher(booking).results().map(MatchResult::group).toList());
        assertFalse(scripts.widget().contains("createBookings(kit) {"), "it comes with the widget");
        Source module = Source.newBuilder("js", booking, "booking.js").mimeType("application/javascript+module").build();
        try (Context context = Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
            assertDoesNotThrow(() -> context.parse(module));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget", "booking"})
    void textsAndStylesAreInIt(String which) {
        String script = which.equals("widget") ? scripts.widget() : scripts.booking();
        assertTrue(script.contains("const TEXTS = {\"en\":{") && script.contains("\"ko\":{"), "texts");
        assertTrue(script.contains("const STYLES = \""), "styles");
        assertFalse(script.contains("__TEXTS__") || script.contains("__STYLES__"), "something was not put in");
        assertTrue(script.lines().noneMatch(line -> line.isBlank() || line.startsWith(" ") || line.startsWith("//")),
            "comments or indentation");
    }

    private static int compressed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }

    private static String source(String path) {
        try {
            return Files.readString(ASSETS.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

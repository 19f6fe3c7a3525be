package org.agentinbox.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** One look: ADR 30. */
class ThemeTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final String TEMPLATE = "template=\"/WEB-INF/templates/page.xhtml\"";
    /** What a visitor opens from an email: it has nothing of PrimeFaces. */
    private static final List<String> VISITORS = List.of("meeting-link.xhtml");
    /** What the inbox asks for again: it is shown within the inbox only. */
    private static final List<String> PARTS = List.of("parts.xhtml");
    /** What PrimeFaces has a component for, under names of our own. */
    private static final Pattern OWN_STYLE = Pattern
        .compile("\\.(button|input|badge|avatar|chip|tag|dialog|switch|skeleton|panel)(?![\\w-])[^{}]*\\{");
    private static final Pattern OWN_DIALOG = Pattern.compile("<dialog\\b|<(?![^>]*popover)[^>]*role=\"(dialog|switch)\"");

    @Test
    void everyPageOfTheApplicationHasTheTheme() {
        List<Path> pages = files(".xhtml").filter(page -> !page.toString().contains("WEB-INF")).toList();
        assertTrue(pages.size() > 10, pages.toString());
        List<Path> without = pages.stream()
            .filter(page -> !VISITORS.contains(page.getFileName().toString()) && !PARTS.contains(page.getFileName().toString())
                && !text(page).contains(TEMPLATE))
            .toList();
        assertEquals(List.of(), without);
        assertTrue(text(PAGES.resolve("WEB-INF/templates/page.xhtml")).contains("css/theme.css"));
    }

    @Test
    void noStyleOfOurOwnStandsForAComponent() {
        List<String> own = files(".css").filter(ThemeTest::isOfPages)
            .flatMap(sheet -> OWN_STYLE.matcher(text(sheet)).results().map(found -> sheet.getFileName() + ": " + found.group())).toList();
        assertEquals(List.of(), own);
    }

    @Test
    void dialogsAndSwitchesAreComponents() {
        List<String> own = files(".xhtml")
            .flatMap(page -> OWN_DIALOG.matcher(text(page)).results().map(found -> page.getFileName() + ": " + found.group())).toList();
        assertEquals(List.of(), own);
    }

    /** The widget lives in pages of others, and the demo's pages are such. */
    private static boolean isOfPages(Path file) {
        return !file.startsWith(PAGES.resolve("assets/widget")) && !file.startsWith(PAGES.resolve("demo"));
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

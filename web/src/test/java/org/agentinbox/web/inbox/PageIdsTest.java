package org.agentinbox.web.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What each page of an agent has, the switch, the bell and the banner, shares its document with the page: no id may stand in both. */
class PageIdsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path PARTS = PAGES.resolve("WEB-INF/parts");
    private static final Pattern ID = Pattern.compile("\\bid=\"([a-z-]+)\"");
    /** The inbox is made of the same parts. */
    private static final Pattern OF_ALL_PAGES = Pattern.compile("(agent-(availability|notices|toasts)|inbox-missed|missed-list)\\.xhtml");
    private static final Pattern OF_THE_INBOX = Pattern.compile("(inbox|details|missed|transcript)-.*\\.xhtml");

    private static Set<String> ids(Path file) throws IOException {
        return ID.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Path> files(Path folder, boolean deep) throws IOException {
        try (Stream<Path> found = Files.walk(folder, deep ? 2 : 1)) {
            return found.filter(file -> file.toString().endsWith(".xhtml")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void noIdOfAPageIsAlsoOneOfAllPages() throws IOException {
        Set<String> common = new TreeSet<>();
        for (Path part : files(PARTS, false)) {
            if (OF_ALL_PAGES.matcher(part.getFileName().toString()).matches()) {
                common.addAll(ids(part));
            }
        }
        Set<Path> pages = files(PAGES, true);
        pages.addAll(files(PARTS, false));
        Set<String> clashes = new TreeSet<>();
        for (Path page : pages) {
            String name = page.getFileName().toString();
            if (!OF_ALL_PAGES.matcher(name).matches() && !OF_THE_INBOX.matcher(name).matches() && !name.equals("parts.xhtml")) {
                ids(page).stream().filter(common::contains).forEach(id -> clashes.add(name + ": " + id));
            }
        }
        assertEquals(Set.of(), clashes);
    }
}

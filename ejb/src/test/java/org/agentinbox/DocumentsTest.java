package org.agentinbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the documents say of the repository is so: each package is in the README's map, and links lead somewhere. */
class DocumentsTest {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 150;
    private static final Pattern MAP_LINE = Pattern.compile("\\| `([a-z.]+)` \\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");
    /** A rule's source, as code cites it. */
    private static final Pattern CITED = Pattern.compile("(ear/src/docs/[a-z]+\\.md)(?:#([a-z-]+))?");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> packages(String root) {
        Path source = TOP.resolve(root);
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(file -> file.endsWith("package-info.java")).map(file -> source.relativize(file.getParent()).toString()
                .replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> mapped(int column) {
        return MAP_LINE.matcher(read(TOP.resolve("README.md"))).results().filter(line -> !line.group(column).isBlank())
            .map(line -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theMapNamesAllPackagesAndNoOthers() {
        assertEquals(packages("ejb/src/main/java/org/agentinbox"), mapped(2));
        assertEquals(packages("web/src/main/java/org/agentinbox/web"), mapped(3));
    }

    @Test
    void theReadmeIsShort() {
        assertTrue(read(TOP.resolve("README.md")).lines().count() <= MOST_LINES);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path document : documents()) {
            for (MatchResult link : LINK.matcher(read(document)).results().toList()) {
                if (!link.group(1).contains(":") && !leads(document, link.group(1), link.group(2))) {
                    broken.add(TOP.relativize(document) + ": " + link.group());
                }
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void rulesThatCodeCitesAreThere() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (String module : List.of("ejb/src", "web/src", "ear/it/src")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(module))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    CITED.matcher(read(file)).results().filter(rule -> !leads(TOP.resolve("README.md"), rule.group(1), rule.group(2)))
                        .forEach(rule -> broken.add(file.getFileName() + ": " + rule.group()));
                }
            }
        }
        assertEquals(Set.of(), broken);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> guides = Files.list(TOP.resolve("ear/src/docs")); Stream<Path> top = Files.list(TOP)) {
            return Stream.concat(guides, top).filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static boolean leads(Path document, String file, String heading) {
        Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        return Files.exists(target) && (heading == null || read(target).lines().filter(line -> line.startsWith("#"))
            .map(DocumentsTest::anchor).anyMatch(heading::equals));
    }

    /** As the common forges make it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum} -]", "").replace(' ', '-');
    }
}

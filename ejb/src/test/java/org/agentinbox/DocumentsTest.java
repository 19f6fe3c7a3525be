package org.agentinbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of the repository is so: each package is in the README's map, and links lead somewhere. */
class DocumentsTest {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 150;
    private static final Pattern MAP_LINE = Pattern.compile("\\| `([a-z.]+)` \\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");
    /** A rule's source, as code cites it. */
    private static final Pattern CITED = Pattern.compile("(ear/src/docs/[a-z]+\\.md)(?:#([a-z-]+))?");

    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w*(?:IT|Test)\\b");
    /** A requirement, or several in a row, with what is asked, its state, and why. */
    private static final Pattern REQUIREMENT = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+)\\S* \\| [^|]+ \\| ([a-z/]+) \\| (.+) \\|");

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

    private static Set<String> testClasses() {
        Set<String> names = new TreeSet<>();
        for (String sources : List.of("ejb/src/test", "web/src/test", "ear/launcher/src/test", "ear/it/src/test")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(sources))) {
                files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "ear/src/docs/security.md"})
    void theTestsExistThatSecurityIsSaidToHoldBy(String document) {
        Set<String> missing = new TreeSet<>(TEST.matcher(read(TOP.resolve(document))).results().map(MatchResult::group).toList());
        assertFalse(missing.isEmpty());
        missing.removeAll(testClasses());
        assertEquals(Set.of(), missing);
    }

    /** What is said to hold names a test, and what is left to the operator a place in a guide. */
    @Test
    void eachRequirementHasAStateAndWhatItIsSaidBy() {
        List<String> lines = read(TOP.resolve("ear/src/docs/security.md")).lines().filter(line -> line.matches("\\| \\d.*")).toList();
        assertTrue(lines.size() > 200, lines.size() + " requirements");
        Set<String> numbers = new TreeSet<>();
        for (String line : lines) {
            Matcher requirement = REQUIREMENT.matcher(line);
            assertTrue(requirement.matches(), line);
            assertTrue(numbers.add(requirement.group(1)), "twice: " + line);
            String why = requirement.group(3);
            assertTrue(switch (requirement.group(2)) {
                case "holds" -> TEST.matcher(why).find();
                case "operator" -> why.contains("](administrators.md#");
                case "seen", "open", "n/a" -> !why.isBlank();
                default -> false;
            }, line);
        }
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

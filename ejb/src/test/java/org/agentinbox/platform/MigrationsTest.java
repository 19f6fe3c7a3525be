package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Each function, view and trigger has one current text, in a repeatable migration (ADR 22). */
class MigrationsTest {

    /** Since then they are in repeatable ones; what older ones define is the text of their time, and cannot be changed any more. */
    private static final int LAST_WITH_TEXTS = 22;
    private static final Pattern NAME = Pattern.compile("(?:V(\\d+)|R)__\\w+\\.sql");
    private static final Pattern DEFINES = Pattern.compile("^\\s*(?:EXECUTE format\\(')?CREATE (?:OR REPLACE )?(?:CONSTRAINT )?"
        + "(FUNCTION|PROCEDURE|VIEW|MATERIALIZED VIEW|TRIGGER)\\s+(\\w+)|^ALTER (FUNCTION)\\s+(\\w+)", Pattern.MULTILINE);

    private final Map<String, List<String>> repeatable = new TreeMap<>();
    private final Map<Integer, List<String>> versioned = new TreeMap<>();

    MigrationsTest() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(MigrationsTest.class.getResource("/db/migration").toURI()))) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                assertTrue(name.matches(), file + " is no name of a migration");
                List<String> defined = defined(Files.readString(file));
                if (name.group(1) == null) {
                    repeatable.put(file.getFileName().toString(), defined);
                } else {
                    versioned.put(Integer.valueOf(name.group(1)), defined);
                }
            }
        }
    }

    private static List<String> defined(String sql) {
        return DEFINES.matcher(sql).results()
            .map(m -> m.group(1) == null ? m.group(3) + " " + m.group(4) : m.group(1) + " " + m.group(2)).distinct().toList();
    }

    @Test
    void newVersionedOnesDefineNone() {
        versioned.forEach(
            (version, defined) -> assertTrue(version <= LAST_WITH_TEXTS || defined.isEmpty(), "V" + version + " defines " + defined));
    }

    @Test
    void eachStandsInOneRepeatableMigration() {
        List<String> current = repeatable.values().stream().flatMap(List::stream).toList();
        assertEquals(new TreeSet<>(current).size(), current.size(), "twice in " + repeatable);
        versioned.values().stream().flatMap(List::stream).forEach(d -> assertTrue(current.contains(d), d + " has no repeatable migration"));
    }

    /** A second run of one that cannot be run twice would stop a deployment. */
    @Test
    void eachRepeatableOneReplaces() throws IOException, URISyntaxException {
        for (String file : repeatable.keySet()) {
            String sql = Files.readString(Path.of(MigrationsTest.class.getResource("/db/migration/" + file).toURI()));
            assertTrue(!Pattern.compile("^CREATE (?!OR REPLACE )", Pattern.MULTILINE).matcher(sql).find(), file);
        }
    }
}

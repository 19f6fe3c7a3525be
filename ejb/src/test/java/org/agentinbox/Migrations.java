package org.agentinbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the migrations leave behind: tables, views, functions, and what refers from one table to another. */
final class Migrations {

    private static final Path DIRECTORY = Path.of("src/main/resources/db/migration");
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final Pattern TABLE = Pattern.compile("^CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\\w+)(?: PARTITION OF (\\w+))?",
        I);
    private static final Pattern RENAMED = Pattern.compile("^ALTER TABLE (\\w+) RENAME TO (\\w+)", I);
    private static final Pattern ALTERED = Pattern.compile("^ALTER TABLE (?:ONLY )?(\\w+)", I);
    private static final Pattern DROPPED = Pattern.compile("^DROP TABLE (?:IF EXISTS )?(\\w+)", I);
    private static final Pattern ATTACHED = Pattern.compile("ALTER TABLE (\\w+) ATTACH PARTITION (\\w+)", I);
    private static final Pattern VIEW = Pattern.compile("^CREATE (?:OR REPLACE )?VIEW (\\w+)", I);
    private static final Pattern FUNCTION = Pattern.compile("^CREATE (?:OR REPLACE )?FUNCTION (\\w+)", I);
    private static final Pattern REFERENCE = Pattern.compile("\\bREFERENCES (\\w+)", I);
    private static final Pattern TRIGGER = Pattern.compile("^CREATE (?:OR REPLACE )?TRIGGER .*? ON (\\w+) .*?EXECUTE FUNCTION (\\w+)", I);
    /** As a block makes the same trigger for several tables. */
    private static final Pattern TRIGGERS = Pattern.compile("ARRAY\\s*\\[([^\\]]*)\\].*?EXECUTE FUNCTION (\\w+)", I);

    final Set<String> tables = new TreeSet<>();
    /** The table of which something is a partition. */
    final Map<String, String> partitions = new HashMap<>();
    final Map<String, String> views = new TreeMap<>();
    final Map<String, String> functions = new TreeMap<>();
    /** The tables to which those of a table refer by foreign keys, present or past. */
    final Map<String, Set<String>> references = new TreeMap<>();
    /** The functions that run when rows of a table are written, present or past. */
    final Map<String, Set<String>> triggers = new TreeMap<>();

    Migrations() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.sorted(Comparator.comparingInt(Migrations::version).thenComparing(Path::getFileName)).toList()) {
                statements(Files.readString(file)).forEach(this::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Repeatable migrations come last. */
    private static int version(Path file) {
        Matcher versioned = Pattern.compile("V(\\d+)__.*").matcher(file.getFileName().toString());
        return versioned.matches() ? Integer.parseInt(versioned.group(1)) : Integer.MAX_VALUE;
    }

    /** Statements without comments, their blanks made single. */
    static List<String> statements(String sql) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean isQuoted = false;
        boolean isBody = false;
        for (String line : sql.split("\n")) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\'') {
                    isQuoted = !isQuoted;
                } else if (!isQuoted && line.startsWith("--", i)) {
                    break;
                } else if (!isQuoted && line.startsWith("$$", i)) {
                    isBody = !isBody;
                    i++;
                    continue;
                } else if (c == ';' && !isQuoted && !isBody) {
                    statements.add(statement.toString().strip().replaceAll("\\s+", " "));
                    statement.setLength(0);
                    continue;
                }
                statement.append(c);
            }
            statement.append(' ');
        }
        return statements;
    }

    private void read(String statement) {
        Matcher m = TABLE.matcher(statement);
        if (m.find()) {
            created(name(m, 1), m.group(2) == null ? null : name(m, 2));
            referring(name(m, 1), statement);
        }
        if ((m = RENAMED.matcher(statement)).find()) {
            tables.remove(name(m, 1));
            tables.add(name(m, 2));
        } else if ((m = ALTERED.matcher(statement)).find()) {
            referring(name(m, 1), statement);
        }
        if ((m = DROPPED.matcher(statement)).find()) {
            tables.remove(name(m, 1));
        }
        for (m = ATTACHED.matcher(statement); m.find();) {
            created(name(m, 2), name(m, 1));
        }
        if ((m = VIEW.matcher(statement)).find()) {
            views.put(name(m, 1), statement);
        }
        if ((m = FUNCTION.matcher(statement)).find()) {
            functions.put(name(m, 1), statement.substring(m.end()));
        }
        if ((m = TRIGGER.matcher(statement)).find()) {
            triggers.computeIfAbsent(name(m, 1), k -> new HashSet<>()).add(name(m, 2));
        }
        for (m = TRIGGERS.matcher(statement); m.find();) {
            for (String table : m.group(1).replace("'", "").split(",")) {
                triggers.computeIfAbsent(table.strip(), k -> new HashSet<>()).add(name(m, 2));
            }
        }
    }

    private void created(String table, String parent) {
        if (parent == null) {
            tables.add(table);
        } else {
            tables.remove(table);
            partitions.put(table, parent);
        }
    }

    private void referring(String table, String statement) {
        for (Matcher m = REFERENCE.matcher(statement); m.find();) {
            references.computeIfAbsent(table, k -> new HashSet<>()).add(name(m, 1));
        }
    }

    private static String name(Matcher m, int group) {
        return m.group(group).toLowerCase(Locale.ROOT);
    }
}

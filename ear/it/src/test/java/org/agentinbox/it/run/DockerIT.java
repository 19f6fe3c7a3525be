package org.agentinbox.it.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.TestPorts;
import org.agentinbox.launcher.Database;
import org.junit.jupiter.api.Test;

/**
 * Tests what can be tested of the image without a container engine: the files that it copies exist, its entry script starts and stops the
 * server, and the server writes nothing into the folder that is read-only in the image.
 */
class DockerIT {

    private static final Path HOME = Path.of(System.getProperty("agentinbox.server.home"));
    private static final Path TOP = Path.of(System.getProperty("agentinbox.server.home")).resolve("../../..").normalize();
    private static final Path WORK = Path.of(System.getProperty("agentinbox.it.work")).resolve("docker");
    /** The folder that is a file system in memory in the image. */
    private static final Path BASE = WORK.resolve("base");
    private static final Path SERVER_LOG = BASE.resolve("log/server.log");

    @Test
    void everythingThatIsCopiedExistsAfterTheBuild() throws IOException {
        List<String> sources = Files.readAllLines(TOP.resolve("docker/Dockerfile")).stream().filter(line -> line.startsWith("COPY "))
            .map(line -> line.split("\\s+")[2]).toList();
        assertEquals(2, sources.size());
        sources.forEach(source -> assertTrue(Files.exists(TOP.resolve(source)), source));
        assertTrue(Files.exists(TOP.resolve("ear/target/server/standalone/deployments/agent-inbox.ear")));
        assertTrue(Files.exists(TOP.resolve("ear/target/server/modules/org/postgresql/main/postgresql.jar")));
    }

    /** A container has only the rights it needs, which limits an attacker who got into it. */
    @Test
    void bothContainersAreReadOnlyAndHaveNoRights() throws IOException {
        String[] parts = Files.readString(TOP.resolve("docker/compose.yaml")).split("\n  (?=(db|inbox):\n)");
        assertEquals(3, parts.length, "the head and two services");
        for (String service : List.of(parts[1], parts[2])) {
            for (String line : List.of("read_only: true", "cap_drop: [ALL]", "security_opt: [\"no-new-privileges:true\"]")) {
                assertTrue(service.contains("\n    " + line + "\n"), line + " in " + service);
            }
        }
        assertTrue(Files.readString(TOP.resolve("docker/Dockerfile")).contains("\nUSER 1001\n"));
    }

    /** A tag can mean another image tomorrow. */
    @Test
    void imagesAreNamedByDigest() throws IOException {
        String base = found("ARG BASE_IMAGE=(\\S+)", "docker/Dockerfile");
        String database = found("image: \\$\\{AGENTINBOX_DB_IMAGE:-(\\S+)}", "docker/compose.yaml");
        for (String image : List.of(base, database)) {
            assertTrue(image.matches("[a-z-]+:[\\w.-]+@sha256:[0-9a-f]{64}"), image);
        }
        assertEquals(base, found("AGENTINBOX_BASE_IMAGE:-(\\S+)}", "docker/compose.yaml"), "built by either command");
    }

    private static String found(String pattern, String file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(TOP.resolve(file)));
        assertTrue(matcher.find(), file);
        return matcher.group(1);
    }

    @Test
    void entryScriptNamesWhatIsMissing() throws Exception {
        ProcessBuilder entry = entry(0);
        entry.environment().remove("AGENTINBOX_DB_URL");
        Process process = entry.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor() != 0);
        assertTrue(said.contains("AGENTINBOX_DB_URL"), said);
    }

    @Test
    void entryScriptServesAndEndsCleanly() throws Exception {
        Installation.layDemo(WORK.resolve("postgres"));
        Map<String, FileTime> built = written(HOME);
        try (Database database = Database.start(WORK.resolve("postgres"), TestPorts.free())) {
            int offset = TestPorts.offset();
            ProcessBuilder entry = entry(offset);
            entry.environment().put("AGENTINBOX_DB_URL", database.url("agentinbox"));
            entry.environment().putAll(Map.of("AGENTINBOX_ADMIN_USER", "second", "AGENTINBOX_ADMIN_PASSWORD", "forty blue whales"));
            entry.redirectOutput(WORK.resolve("console.log").toFile());
            Process process = entry.start();
            try {
                URI page = URI.create("http://127.0.0.1:" + (8080 + offset) + "/inbox/signin");
                Await.until("the sign-in page is served", Duration.ofMinutes(2),
                    () -> People.call(HttpRequest.newBuilder(page)).statusCode() == 200);
                assertEquals(List.of("ana", "ben", "cal", "chae", "mia", "sam", "second"), accounts(database),
                    "a first administrator, since a demo's accounts are closed here");
            } finally {
                process.destroy();
            }
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "a stop signal ends it");
            String log = Files.readString(WORK.resolve("console.log"));
            assertTrue(log.contains("WFLYSRV0050"), "the server has stopped by itself");
            assertTrue(log.lines().anyMatch(line -> line.contains("JAVA_OPTS:") && line.contains("-XX:+ExitOnOutOfMemoryError")),
                "out of memory ends it");
            assertEquals(built, written(HOME), "a read-only file system would have stopped it");
            // Messages from before the configuration was read go there in any case.
            assertFalse(Files.exists(SERVER_LOG) && Files.readString(SERVER_LOG).contains("WFLYSRV0050"),
                "the log would fill the memory that this is in");
        }
    }

    private static List<String> accounts(Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url("agentinbox"), Database.USER, "");
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT user_name FROM account ORDER BY 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static ProcessBuilder entry(int offset) throws IOException {
        Installation.clear(BASE);
        Files.createDirectories(BASE);
        ProcessBuilder entry = new ProcessBuilder("bash", TOP.resolve("docker/entrypoint.sh").toString(),
            "-Djboss.socket.binding.port-offset=" + offset).redirectErrorStream(true);
        entry.environment().put("AGENTINBOX_HOME", HOME.toString());
        entry.environment().put("AGENTINBOX_WORK", BASE.toString());
        entry.environment().put("AGENTINBOX_DB_USER", Database.USER);
        entry.environment().put("AGENTINBOX_DB_PASSWORD", "unused");
        return entry;
    }

    /** When each file and folder was written, by its path. */
    private static Map<String, FileTime> written(Path folder) throws IOException {
        Map<String, FileTime> written = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                written.put(folder.relativize(path).toString(), Files.getLastModifiedTime(path));
            }
        }
        return written;
    }
}

package org.agentinbox.it.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.launcher.Database;
import org.agentinbox.launcher.Ports;
import org.junit.jupiter.api.Test;

/** What can be known of the image without a container engine: what it copies is there, and its entry script starts and stops the server. */
class DockerIT {

    private static final Path TOP = Path.of(System.getProperty("agentinbox.server.home")).resolve("../../..").normalize();
    private static final Path WORK = Path.of(System.getProperty("agentinbox.it.work")).resolve("docker");

    @Test
    void everythingThatIsCopiedExistsAfterTheBuild() throws IOException {
        List<String> sources = Files.readAllLines(TOP.resolve("docker/Dockerfile")).stream().filter(line -> line.startsWith("COPY "))
            .map(line -> line.split("\\s+")[2]).toList();
        assertEquals(2, sources.size());
        sources.forEach(source -> assertTrue(Files.exists(TOP.resolve(source)), source));
        assertTrue(Files.exists(TOP.resolve("ear/target/server/standalone/deployments/agent-inbox.ear")));
        assertTrue(Files.exists(TOP.resolve("ear/target/server/modules/org/postgresql/main/postgresql.jar")));
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
        try (Database database = Database.start(WORK.resolve("postgres"), Ports.free())) {
            int offset = Ports.freeOffset(4_000);
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
        Files.createDirectories(WORK.resolve("base"));
        ProcessBuilder entry = new ProcessBuilder("bash", TOP.resolve("docker/entrypoint.sh").toString(),
            "-Djboss.socket.binding.port-offset=" + offset, "-Djboss.server.base.dir=" + base()).redirectErrorStream(true);
        entry.environment().put("AGENTINBOX_HOME", TOP.resolve("ear/target/server").toString());
        entry.environment().put("AGENTINBOX_DB_USER", Database.USER);
        entry.environment().put("AGENTINBOX_DB_PASSWORD", "unused");
        return entry;
    }

    /** A copy of what the server would write into, so that the prepared one stays as the build left it. */
    private static Path base() throws IOException {
        Path base = WORK.resolve("base");
        Path standalone = TOP.resolve("ear/target/server/standalone");
        try (var paths = Files.walk(standalone)) {
            for (Path path : paths.filter(Files::isRegularFile).map(standalone::relativize)
                .filter(p -> !p.toString().matches("(log|data|tmp)/.*|.*ed")).toList()) {
                Path target = base.resolve(path.toString());
                Files.createDirectories(target.getParent());
                Files.copy(standalone.resolve(path), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return base;
    }
}

package org.agentinbox.it.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.TestPorts;
import org.agentinbox.launcher.Database;
import org.agentinbox.launcher.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the run command: it starts everything, prints the addresses, ends cleanly and keeps the data. */
class RunIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The bit of SIGINT, signal 2, in the signal masks of proc(5). */
    private static final long SIGINT = 1 << 1;

    private final int offset = TestPorts.offset();
    private final int port = 8080 + offset;
    private final List<ProcessHandle> started = new ArrayList<>();
    @TempDir
    private Path directory;

    /** A run as its own process, with the file of its output. */
    private record Running(Process process, Path output) {

        String printed() throws IOException {
            return Files.readString(output, StandardCharsets.UTF_8);
        }

        int end() throws InterruptedException {
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the run has ended");
            return process.exitValue();
        }
    }

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(ProcessHandle::destroyForcibly);
        started.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    @Test
    void aTakenPortIsNamed() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            Running run = run("taken");
            assertEquals(1, run.end());
            assertTrue(run.printed().contains("Port " + other.getLocalPort() + " is taken. Stop what listens there"), run.printed());
        }
        assertTrue(Files.notExists(directory.resolve("data/postgres")), "nothing was started");
    }

    @Test
    void itKeepsItsDataHoweverItEnds() throws IOException, InterruptedException {
        Running first = ready(run("first"));
        assertGreets(first);
        String cookie = signIn();
        List<ProcessHandle> orphans = processes(first);
        first.process().destroyForcibly();
        first.end();
        assertAnOrphanedServerIsNamed(orphans.get(0).pid());
        orphans.get(0).destroyForcibly();
        orphans.get(0).onExit().join();
        assertTrue(orphans.get(1).isAlive(), "PostgreSQL is an orphan");

        Running second = ready(run("second"));
        assertSignedIn(cookie);
        List<ProcessHandle> all = processes(second);
        interrupt(second.process());
        second.end();
        assertAllGone(all);
        assertTrue(second.printed().contains("Stopping …"), second.printed());
        assertDataIsKept();
    }

    /**
     * Ends a run as Ctrl-C does. Where the tests run in the background of a shell without job control, processes inherit SIGINT as ignored,
     * and a Java virtual machine never gets it; then SIGTERM is sent, which ends a run in the same way.
     */
    private static void interrupt(Process run) throws IOException, InterruptedException {
        String signal = hearsInterrupts(run) ? "-INT" : "-TERM";
        new ProcessBuilder("kill", signal, Long.toString(run.pid())).start().waitFor();
    }

    private static boolean hearsInterrupts(Process run) throws IOException {
        Path status = Path.of("/proc", Long.toString(run.pid()), "status");
        if (Files.notExists(status)) {
            return true;
        }
        String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow()
            .replaceFirst("SigIgn:\\s*", "");
        return (Long.parseUnsignedLong(ignored, 16) & SIGINT) == 0;
    }

    /** Starts the database again to show that the data is there, after a kill and after a clean end. */
    private void assertDataIsKept() {
        try (Database database = Database.start(directory.resolve("data/postgres"), TestPorts.free());
            Connection connection = DriverManager.getConnection(database.url("agentinbox"), Database.USER, "");
            Statement statement = connection.createStatement();
            ResultSet signIns = statement.executeQuery("SELECT user_name FROM sign_in s JOIN account a ON a.id = s.account_id")) {
            assertTrue(signIns.next(), "a sign-in is kept");
            assertEquals("ana", signIns.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void assertGreets(Running run) throws IOException {
        String printed = run.printed();
        for (String part : List.of("http://localhost:" + port + "/inbox/demo/", "http://localhost:" + port + "/inbox/\n",
            "http://localhost:" + (9990 + offset) + "/console", "password \"demo\":  ana, ben, chae", "Ctrl-C")) {
            assertTrue(printed.contains(part), part + " in " + printed);
        }
    }

    private void assertAnOrphanedServerIsNamed(long pid) throws IOException, InterruptedException {
        Running refused = run("refused");
        assertEquals(1, refused.end());
        assertTrue(refused.printed().contains("Port " + port + " is taken by process " + pid), refused.printed());
        assertTrue(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "it was let alone");
    }

    /** All processes have ended together with the run, apart from a short time that the system takes to remove them. */
    private static void assertAllGone(List<ProcessHandle> processes) {
        Await.until("no process is left", Duration.ofSeconds(2), () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Running run(String name) throws IOException {
        Path output = directory.resolve(name + ".log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djboss.socket.binding.port-offset=" + offset, "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8",
            "-cp", System.getProperty("java.class.path"), Run.class.getName(),
            System.getProperty("agentinbox.server.home"), directory.resolve("data").toString())
            .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        started.add(process.toHandle());
        return new Running(process, output);
    }

    private Running ready(Running run) throws IOException {
        Await.until("the run is ready, see " + run.output(), PATIENCE,
            () -> run.printed().contains("Agent Inbox is ready.") || !run.process().isAlive());
        assertTrue(run.process().isAlive(), run.printed());
        started.addAll(processes(run));
        return run;
    }

    /** The server and the PostgreSQL of a run, with all their processes. */
    private List<ProcessHandle> processes(Running run) {
        List<ProcessHandle> found = new ArrayList<>(List.of(pid("server/server.pid"), pid("postgres/postmaster.pid")));
        found.addAll(found.get(1).descendants().toList());
        found.addAll(run.process().descendants().filter(process -> !found.contains(process)).toList());
        return found;
    }

    private ProcessHandle pid(String file) {
        try {
            String first = Files.readString(directory.resolve("data").resolve(file)).split("\\s")[0];
            return ProcessHandle.of(Long.parseLong(first)).orElseThrow(() -> new AssertionError(file + " names no process"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + "/inbox/" + path);
    }

    private String signIn() {
        String form = "userName=ana&password=demo";
        HttpResponse<String> answer = People.call(HttpRequest.newBuilder(address("sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("agentinbox-sign-in=")).findFirst()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';'))).orElseThrow();
    }

    /** Sign-ins are rows in the database, so an earlier one is valid only where the data was kept. */
    private void assertSignedIn(String cookie) {
        HttpResponse<String> me = People.call(HttpRequest.newBuilder(address("api/v1/me")).header("Cookie", cookie));
        assertEquals(200, me.statusCode());
        assertTrue(me.body().contains("\"ana\""), me.body());
    }
}

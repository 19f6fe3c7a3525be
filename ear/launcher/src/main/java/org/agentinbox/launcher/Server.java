package org.agentinbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A process of the prepared WildFly with the EAR, which can be stopped, killed and started again. */
public final class Server implements AutoCloseable {

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9990;
    private static final int SCAN_MILLIS = 300;
    private static final String PID = "server.pid";
    /** Settings that nobody may read in the list of processes. */
    private static final Set<String> SECRETS = Set.of("agentinbox.secret-key", "agentinbox.admin.password", "agentinbox.summary.api-key");
    private static final List<String> MANAGERS = List.of("mgmt-users.properties", "mgmt-groups.properties");

    private final Path home;
    private final Path base;
    private final int offset;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private String configuration = "standalone.xml";
    private Path ear;
    private boolean isExploded;
    private ExplodedEar exploded;
    private Process process;

    /**
     * @param home the folder of the prepared server
     * @param base where this server keeps its configuration, log and data; each start writes the configuration anew, except the management
     *     users
     * @param offset added to all ports
     */
    public Server(Path home, Path base, int offset) {
        this.home = home.toAbsolutePath().normalize();
        this.base = base.toAbsolutePath().normalize();
        this.offset = offset;
        properties.put("jboss.socket.binding.port-offset", Integer.toString(offset));
        options.add("-Xmx1g");
        // A server that runs out of memory ends, so that it can be started again; without this it would go on half working.
        options.add("-XX:+ExitOnOutOfMemoryError");
    }

    /**
     * @param name of a system property; a setting that is a secret goes into the environment instead
     * @param value its value
     * @return this
     */
    public Server with(String name, String value) {
        if (SECRETS.contains(name)) {
            environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value);
        } else {
            properties.put(name, value);
        }
        return this;
    }

    /**
     * @param option of the Java virtual machine
     * @return this
     */
    public Server withOption(String option) {
        options.add(option);
        return this;
    }

    /**
     * @param other an EAR to deploy instead of the one in the prepared server
     * @return this
     */
    public Server deploying(Path other) {
        ear = other;
        return this;
    }

    /**
     * Deploys the EAR as a folder, whose files may change while the server runs, and makes the server check several times a second whether
     * it is to deploy the EAR again.
     *
     * @return this
     */
    Server exploded() {
        isExploded = true;
        return this;
    }

    /** @return the EAR as a folder, available after {@link #start}; null where it is deployed as a file */
    ExplodedEar explodedEar() {
        return exploded;
    }

    /**
     * Makes it one of several nodes on one database.
     *
     * @param node its name, which no other node has; at most 23 characters
     * @param port where it listens to the others; the offset is added
     * @param key the same for all nodes
     * @return this
     */
    public Server asNode(String node, int port, ClusterKey key) {
        configuration = "standalone-ha.xml";
        properties.put("jboss.node.name", node);
        environment.put("AGENTINBOX_CLUSTER_PORT", Integer.toString(port));
        environment.put("AGENTINBOX_CLUSTER_KEYSTORE", key.file().toString());
        environment.put("AGENTINBOX_CLUSTER_PASSWORD", key.password());
        return this;
    }

    /**
     * @param url the JDBC address of the database
     * @return this
     */
    public Server onDatabase(String url) {
        environment.put("AGENTINBOX_DB_URL", url);
        environment.put("AGENTINBOX_DB_USER", Database.USER);
        environment.put("AGENTINBOX_DB_PASSWORD", "unused");
        return this;
    }

    /**
     * Writes the configuration and starts the server, without waiting until it is ready.
     *
     * @throws IllegalStateException where a server of an earlier run is still running in the same folder
     */
    public void start() {
        leftBehind().ifPresent(pid -> {
            throw new IllegalStateException("Process " + pid + ", the server of a run that was killed, still works in " + base
                + ". End it first: kill " + pid);
        });
        try {
            layBase();
            StandaloneCommandBuilder command = StandaloneCommandBuilder.of(home)
                .setBaseDirectory(base)
                .setServerConfiguration(configuration)
                .addJavaOptions(options)
                .addJavaOption("-Djava.net.preferIPv4Stack=true");
            properties.forEach((name, value) -> command.addJavaOption("-D" + name + "=" + value));
            process = Launcher.of(command)
                .setRedirectErrorStream(true)
                .redirectOutput(base.resolve("log/console.log"))
                .addEnvironmentVariables(environment)
                .launch();
            Files.writeString(base.resolve(PID), process.pid() + " " + bornAt(process.toHandle()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds a server that an earlier run started in this folder and that still runs. When a run is killed, nothing else stops its server.
     *
     * @return its process id
     */
    public Optional<Long> leftBehind() {
        try {
            String[] pidAndBirth = Files.readString(base.resolve(PID)).split(" ");
            // Process ids are reused, so the start time has to match too.
            return ProcessHandle.of(Long.parseLong(pidAndBirth[0])).filter(ProcessHandle::isAlive)
                .filter(found -> bornAt(found) == Long.parseLong(pidAndBirth[1])).map(ProcessHandle::pid);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long bornAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private void layBase() throws IOException {
        Map<Path, byte[]> managers = managers();
        for (String part : List.of("configuration", "deployments", "lib")) {
            copy(home.resolve("standalone").resolve(part), base.resolve(part));
        }
        for (Map.Entry<Path, byte[]> kept : managers.entrySet()) {
            Files.write(kept.getKey(), kept.getValue());
        }
        if (ear != null) {
            Files.copy(ear, base.resolve("deployments/agent-inbox.ear"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (isExploded) {
            exploded = ExplodedEar.unpack(base.resolve("deployments"));
            lookForDeploymentsOften(base.resolve("configuration/standalone.xml"));
        }
        Files.createDirectories(base.resolve("log"));
    }

    private static void lookForDeploymentsOften(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        String often = text.replace("scan-interval=\"0\"", "scan-interval=\"" + SCAN_MILLIS + "\"");
        if (often.equals(text)) {
            throw new IllegalStateException("The server's configuration has another scan-interval than 0, see configure.cli.");
        }
        Files.writeString(configuration, often);
    }

    /** Keeps the management users that add-user.sh has made, so that they need not be made again after each start. */
    private Map<Path, byte[]> managers() throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (String name : MANAGERS) {
            Path file = base.resolve("configuration").resolve(name);
            if (Files.exists(file)) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        if (Files.isDirectory(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.getFileName().toString().matches(".*\\.(failed|deployed|isdeploying|dodeploy|undeployed)")) {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * Waits until the sign-in page is served.
     *
     * @param atMost how long
     * @throws IllegalStateException where the server ended, the deployment failed, or time is over; the message says why
     */
    public void awaitReady(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isServing()) {
            failure().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not ready after " + atMost.toSeconds() + " s; see " + log());
            }
            try {
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the server started", e);
            }
        }
    }

    private Optional<String> failure() {
        boolean failed = Files.exists(base.resolve("deployments/agent-inbox.ear.failed"));
        if (!failed && process.isAlive()) {
            return Optional.empty();
        }
        return Optional.of(settingProblem().orElse("The server did not start; see " + log()));
    }

    /** Finds the line of the log that names an unusable setting. */
    private Optional<String> settingProblem() {
        try (Stream<String> lines = Files.lines(log(), StandardCharsets.UTF_8)) {
            return lines.filter(l -> l.contains("has the unusable value")).map(l -> l.substring(l.indexOf("Setting "))).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private boolean isServing() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address().resolve("signin").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return the address of the inbox, ending in a slash */
    public URI address() {
        return URI.create("http://localhost:" + (HTTP + offset) + "/inbox/");
    }

    /** @return the address of the management console */
    public URI console() {
        return URI.create("http://localhost:" + (MANAGEMENT + offset) + "/console");
    }

    /** @return the port of the management interface */
    public int managementPort() {
        return MANAGEMENT + offset;
    }

    /** @return the file with the server's output */
    public Path log() {
        return base.resolve("log/console.log");
    }

    /** @return whether this object started the server and it has not ended */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Waits for the server to end. */
    public void await() {
        process.onExit().join();
    }

    /** Kills the process with SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (isRunning()) {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(tooSlow -> process.destroyForcibly()).join();
        }
    }
}

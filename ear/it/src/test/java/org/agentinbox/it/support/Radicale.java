package org.agentinbox.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** A real CalDAV server: Radicale from Debian's packages, in a directory of its own, on a port of this machine. */
public final class Radicale implements AutoCloseable {

    /** The program's name on the PATH. */
    public static final String PROGRAM = "radicale";
    /** The command that installs it on Debian; elsewhere it is {@code pip install radicale}. */
    public static final String INSTALL = "apt-get install -y --no-install-recommends radicale";
    public static final String USER = "ana";
    public static final String PASSWORD = "her Passw\u00f6rd there";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final int port;
    private Process process;

    private Radicale(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * @param port to listen at
     * @return the server, ready to serve, without calendars
     */
    public static Radicale start(int port) {
        try {
            Path directory = Files.createTempDirectory("radicale");
            Files.writeString(directory.resolve("users"), USER + ":" + PASSWORD + "\n");
            Files.writeString(directory.resolve("config"), """
                [server]
                hosts = 127.0.0.1:%d
                [auth]
                type = htpasswd
                htpasswd_filename = %s/users
                htpasswd_encryption = plain
                delay = 0
                [storage]
                filesystem_folder = %s/collections
                """.formatted(port, directory, directory));
            Radicale radicale = new Radicale(directory, port);
            radicale.start();
            Runtime.getRuntime().addShutdownHook(new Thread(radicale::stop, "stop Radicale"));
            return radicale;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again with the data it had. */
    public void start() {
        try {
            process = new ProcessBuilder(PROGRAM, "--config", directory.resolve("config").toString()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile()).start();
        } catch (IOException e) {
            throw new AssertionError("These tests need the CalDAV server Radicale: " + INSTALL, e);
        }
        Await.until("Radicale serves", PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Radicale ended: " + log());
            }
            return answers();
        });
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean answers() {
        try {
            return HTTP.send(HttpRequest.newBuilder(address()).build(), HttpResponse.BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops it, so that nobody listens at its port. */
    public void stop() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** @return its address, ending in a slash */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** @return the address of a path below the user's folder */
    public URI path(String path) {
        return address().resolve(USER + "/" + path);
    }

    /** @return the answer to a request, sent with the user's password */
    public HttpResponse<String> call(String method, String path, String body, String... headers) {
        String credentials = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(path(path)).header("Authorization", "Basic " + credentials)
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            // Each request has a connection of its own: Radicale closes idle ones at any time, and a PUT on a connection being closed
            // fails.
            return HttpClient.newHttpClient().send(request.version(HttpClient.Version.HTTP_1_1).build(),
                HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public void calendar(String path, String name) {
        require(call("MKCALENDAR", path + "/",
            "<c:mkcalendar xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\"><d:set><d:prop><d:displayname>"
                + name.replace("&", "&amp;")
                + "</d:displayname></d:prop></d:set></c:mkcalendar>"));
    }

    /** Stores an event, replacing one at the same path. */
    public void put(String path, String text) {
        require(call("PUT", path, text, "Content-Type", "text/calendar; charset=utf-8"));
    }

    /** @return the file at a path; null where there is none */
    public String get(String path) {
        HttpResponse<String> answer = call("GET", path, null);
        return answer.statusCode() == 404 ? null : require(answer);
    }

    /** Deletes an event. */
    public void delete(String path) {
        require(call("DELETE", path, null));
    }

    private static String require(HttpResponse<String> answer) {
        if (List.of(200, 201, 204).contains(answer.statusCode())) {
            return answer.body();
        }
        throw new AssertionError(answer.statusCode() + " " + answer.body());
    }

    @Override
    public void close() {
        stop();
    }
}

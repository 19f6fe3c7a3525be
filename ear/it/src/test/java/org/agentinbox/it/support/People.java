package org.agentinbox.it.support;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.agentinbox.platform.Tokens;

import jakarta.json.JsonObject;

/** The actions of agents and visitors, over sockets and REST. */
public final class People {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<Shared, String> COOKIES = new ConcurrentHashMap<>();

    /** Whose sign-in is shared, and where: a later installation may have the address of an earlier one. */
    private record Shared(Installation installation, String userName) {}

    private People() {}

    /** @return the answer to a request, without following redirects */
    public static HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** @return the answer to a GET of a path relative to the context root */
    public static HttpResponse<String> get(Installation installation, String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve(path));
        Optional.ofNullable(cookie).ifPresent(c -> request.header("Cookie", c));
        return call(request);
    }

    /** @return the answer to a form post; the fields are names and values in turn */
    public static HttpResponse<String> post(Installation installation, String path, String cookie, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        Optional.ofNullable(cookie).ifPresent(c -> request.header("Cookie", c));
        return call(request);
    }

    /**
     * Signs in, and tries again while the server is too busy with other sign-ins.
     *
     * @return the cookie of the sign-in
     */
    public static String signIn(Installation installation, String userName, String password) {
        AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
        Await.until(userName + " found room to sign in", Duration.ofSeconds(30), () -> {
            last.set(post(installation, "sign-in", null, "userName", userName, "password", password));
            return !last.get().headers().firstValue("Location").orElse("").endsWith("problem=busy");
        });
        HttpResponse<String> answer = last.get();
        return answer.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("agentinbox-sign-in="))
            .map(c -> c.substring(0, c.indexOf(';'))).findFirst()
            .orElseThrow(() -> new AssertionError(userName + " could not sign in: " + answer.headers().map()));
    }

    /**
     * A sign-in that tests share, because hashing a password takes long. Tests that end their sign-in need one of their own.
     *
     * @return the cookie of a demo account
     */
    public static String cookie(Installation installation, String userName) {
        return COOKIES.computeIfAbsent(new Shared(installation, userName), key -> signIn(installation, userName, "demo"));
    }

    /**
     * Signs somebody in by writing a row into the database, because hashing a password takes long. Other tests check the password.
     *
     * @return the cookie of a new sign-in that no other test uses
     */
    public static String newCookie(Installation installation, String userName) {
        String token = Tokens.next();
        Instant now = installation.clock() == null ? Instant.now() : installation.clock().now();
        installation.query("INSERT INTO sign_in (id, token_hash, account_id, created_at, used_at, expires_at) SELECT "
            + "gen_random_uuid(), ?, id, "
            + "now, now, now + interval '1 day' FROM account, CAST(? AS timestamptz) now WHERE user_name = ?", Tokens.hash(token),
            now.toString(), userName);
        return "agentinbox-sign-in=" + token;
    }

    /** Adds an agent with ana's password. An account made over the page would have to change its password first. */
    public static void hire(Installation installation, String userName) {
        installation.query(
            "INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
                + "SELECT gen_random_uuid(), 0, ?, ?, password_hash, false, true, now() FROM account WHERE user_name = 'ana'",
            userName, userName);
        installation.query("INSERT INTO account_role SELECT id, 'LIVE_AGENT' FROM account WHERE user_name = ?", userName);
        installation.query("INSERT INTO agent (account_id) SELECT id FROM account WHERE user_name = ?", userName);
    }

    /** @return a socket of a demo agent that was welcomed; the welcome frame is taken already */
    public static SocketClient inbox(Installation installation, String userName) {
        return hello(SocketClient.agent(installation, cookie(installation, userName)));
    }

    /** @return the same socket after hello and welcome */
    public static SocketClient hello(SocketClient socket) {
        socket.send(SocketClient.frame("hello")).await("welcome");
        return socket;
    }

    /** Makes an agent available or unavailable, and waits until the server has confirmed it. */
    public static void setAvailable(SocketClient inbox, boolean available) {
        inbox.send(SocketClient.frame("availability.set").add("available", available))
            .await("availability", f -> f.getBoolean("available") == available);
    }

    /** @return a socket of a visitor that was welcomed, with a name and an email address that nobody else has */
    public static SocketClient visitor(Installation installation, String name) {
        SocketClient visitor = SocketClient.visitor(installation);
        visitor.send(SocketClient.frame("hello").add("locale", "en").add("timeZone", "Europe/Berlin").add("page",
            "https://www.customer.example/pricing"));
        visitor.await("welcome");
        visitor.send(SocketClient.frame("identify").add("name", name).add("email", "visitor-" + UUID.randomUUID() + "@customer.example"))
            .await("identified");
        return visitor;
    }

    /** @return the id of a conversation that the visitor requests here */
    public static String request(SocketClient visitor) {
        return visitor.send(SocketClient.act("chat.request")).await("chat.requested").getString("conversationId");
    }

    /** Undoes what other tests left: makes all agents unavailable and ends all open chats. */
    public static void nobodyIsAvailable(Installation installation) {
        installation.query("UPDATE agent SET override_available = false, override_at = now()");
        installation.query("UPDATE offer SET state = 'ENDED', answered_at = now() WHERE state = 'PENDING'");
        installation.query("UPDATE conversation SET state = CASE state WHEN 'ACTIVE' THEN 'ENDED' ELSE 'MISSED' END, "
            + "end_reason = CASE state WHEN 'ACTIVE' THEN 'TIMEOUT' END, ended_at = now() WHERE state IN ('ACTIVE', 'WAITING')");
    }

    /** Lets all offers expire at once. That they expire at the right time is tested by {@code DeadlineIT}. */
    public static void offersLapse(Installation installation) {
        installation.query("UPDATE deadline SET due_at = now() WHERE kind = 'OFFER_LAPSE'");
    }

    public static JsonObject accept(SocketClient inbox, String conversationId) {
        String offer = inbox.await("offer", f -> f.getString("conversationId").equals(conversationId)).getString("offerId");
        inbox.send(SocketClient.frame("offer.accept").add("offerId", offer));
        return inbox.await("conversation", f -> f.getString("id").equals(conversationId));
    }
}

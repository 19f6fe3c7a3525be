package org.agentinbox.it.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SilentSocket;
import org.agentinbox.it.support.SocketClient;

/** An agent whose inbox opens and closes in all possible ways, with a record of when it was really open. */
final class FlappingAgent implements AutoCloseable {

    /** The ways in which an inbox closes. */
    enum End {
        /** The page is left, and the socket is closed properly. */
        GOODBYE,
        /** The connection is reset, which the server notices. */
        RESET,
        /** The network is cut, and the server notices nothing. */
        SILENCE
    }

    /** A period from before an inbox opened until after its last sign of life. */
    private record Open(Instant from, Instant to) {}

    private final Installation installation;
    private final UUID id;
    private final String cookie;
    private final List<Open> log = new ArrayList<>();
    private final List<SilentSocket> silent = new ArrayList<>();
    private SocketClient inbox;
    private Instant openedAt;

    /** An agent with an account, available and signed in, whose inbox is not open yet. */
    FlappingAgent(Installation installation, String userName) {
        this.installation = installation;
        id = UUID
            .fromString(
                installation
                    .query("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, "
                        + "created_at) VALUES (gen_random_uuid(), 0, ?, ?, '-', false, true, now()) RETURNING id", userName, userName)
                    .get(0));
        installation.query("INSERT INTO account_role VALUES (?, 'LIVE_AGENT')", id);
        installation.query("INSERT INTO agent (account_id, override_available, override_at) VALUES (?, true, now())", id);
        cookie = People.newCookie(installation, userName);
    }

    UUID id() {
        return id;
    }

    synchronized boolean isOpen() {
        return inbox != null;
    }

    /** Opens the inbox where it is closed, or closes it in one of the ways. */
    synchronized void flap() {
        if (inbox == null) {
            open();
        } else {
            end(End.values()[ThreadLocalRandom.current().nextInt(End.values().length)]);
        }
    }

    synchronized void open() {
        openedAt = Instant.now();
        inbox = People.hello(SocketClient.agent(installation, cookie));
    }

    synchronized void end(End how) {
        if (how == End.SILENCE) {
            // An answering client cannot be made silent, so a second window falls silent and the first is closed properly.
            silent.add(SilentSocket.inbox(installation, cookie));
        }
        if (how == End.RESET) {
            inbox.cut();
        } else {
            inbox.goodbye();
        }
        inbox = null;
        log.add(new Open(openedAt, Instant.now()));
    }

    /** Returns whether the inbox was really open at some time between the two instants. */
    synchronized boolean wasOpen(Instant from, Instant to) {
        return inbox != null && !openedAt.isAfter(to)
            || log.stream().anyMatch(open -> !open.from().isAfter(to) && !open.to().isBefore(from));
    }

    /** Returns for how long no inbox was open at an instant; zero while one was. */
    synchronized Duration awayAt(Instant instant) {
        return wasOpen(instant, instant) ? Duration.ZERO
            : log.stream().map(Open::to).filter(to -> !to.isAfter(instant)).max(Instant::compareTo)
                .map(to -> Duration.between(to, instant)).orElse(Duration.ofDays(1));
    }

    @Override
    public synchronized void close() {
        silent.forEach(SilentSocket::close);
        if (inbox != null) {
            inbox.close();
        }
    }
}

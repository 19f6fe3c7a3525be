package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Role;
import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.RateLimit;
import org.agentinbox.web.platform.SocketSender;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/**
 * A socket of somebody who signed in. Every call is made as that person, with their permissions only. The socket is closed when the sign-in
 * ends.
 */
abstract class SignedInSocket extends ClientSocket {

    private static final int FRAMES_PER_SECOND = 60;
    private static final int FRAMES_AT_ONCE = 300;
    private static final CloseReason SIGNED_OUT = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");

    private final SignInSockets signIns;
    private final Clock clock;
    private final SecurityIdentity identity;
    private final SignedIn signedIn;

    SignedInSocket(Session session, SignInSockets signIns, Clock clock, SecurityIdentity identity, SignedIn signedIn) {
        super(session, new RateLimit(clock, FRAMES_PER_SECOND, FRAMES_AT_ONCE), clock);
        this.signIns = signIns;
        this.clock = clock;
        this.identity = identity;
        this.signedIn = signedIn;
    }

    UUID accountId() {
        return signedIn.account().id();
    }

    boolean isSalesAdmin() {
        return signedIn.roles().contains(Role.SALES_ADMIN_NAME);
    }

    UUID signInId() {
        return signedIn.id();
    }

    SecurityIdentity identity() {
        return identity;
    }

    /**
     * Registers the socket, so that it is closed when its sign-in ends from now on. A sign-in that ended before is noticed at hello, or by
     * {@link SignInRecheck}.
     */
    void register() {
        whileOpen(() -> signIns.add(signInId(), this));
    }

    @Override
    void closed(CloseReason.CloseCode code) {
        super.closed(code);
        signIns.remove(signInId(), this);
    }

    /**
     * Runs a task where the sign-in is still valid, else closes the socket: the sign-in may have ended since the handshake, before this
     * socket was registered.
     */
    void ifStillSignedIn(Runnable task) {
        if (signIns.stillHolds(this)) {
            task.run();
        } else {
            signedOut();
        }
    }

    /** Whether the sign-in is valid and has all the roles with which this socket was opened. With fewer roles it must be opened again. */
    boolean isHeldBy(Map<UUID, Set<String>> inForce) {
        return inForce.getOrDefault(signInId(), Set.of()).containsAll(signedIn.roles());
    }

    @Override
    void keepAlive() {
        if (clock.instant().isBefore(signedIn.expiresAt())) {
            super.keepAlive();
        } else {
            signedOut();
        }
    }

    void signedOut() {
        sender().close(SIGNED_OUT);
    }

    /** Closes a connection for which no socket was made. */
    static void refuse(Session session) {
        new SocketSender(session).close(SIGNED_OUT);
    }
}

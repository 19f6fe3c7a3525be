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
 * A socket of somebody who signed in. Every call is made as that person, with their rights and no others; when the sign-in
 * behind it ends, so does the socket.
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
        return signedIn.account().effectiveRoles().contains(Role.SALES_ADMIN_NAME);
    }

    UUID signInId() {
        return signedIn.id();
    }

    SecurityIdentity identity() {
        return identity;
    }

    /** Whoever ends the sign-in from now on finds this socket. What was ended before is seen at hello, or when all are looked up again. */
    void register() {
        whileOpen(() -> signIns.add(signInId(), this));
    }

    @Override
    void closed() {
        super.closed();
        signIns.remove(signInId(), this);
    }

    /**
     * Does something where the sign-in still holds, else closes the socket: it may have ended since the handshake, and whoever ended it may
     * not have found this socket yet.
     */
    void ifStillSignedIn(Runnable task) {
        if (signIns.stillHolds(this)) {
            task.run();
        } else {
            signedOut();
        }
    }

    /**
     * Whether the sign-in is among those in force and has all the rights with which this socket was opened. With fewer it must be opened
     * anew.
     */
    boolean isHeldBy(Map<UUID, Set<String>> inForce) {
        return inForce.getOrDefault(signInId(), Set.of()).containsAll(signedIn.account().effectiveRoles());
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

    /** Closes a connection that never became a socket of somebody. */
    static void refuse(Session session) {
        new SocketSender(session).close(SIGNED_OUT);
    }
}

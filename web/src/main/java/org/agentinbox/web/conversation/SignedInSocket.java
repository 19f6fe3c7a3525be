package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.UUID;

import org.agentinbox.account.Role;
import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.RateLimit;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/**
 * A socket of somebody who signed in. Every call is made as that person, with their rights and no others; when the sign-in
 * behind it ends, so does the socket.
 */
abstract class SignedInSocket extends OpenSocket {

    private static final int FRAMES_PER_SECOND = 60;
    private static final int FRAMES_AT_ONCE = 300;
    private static final CloseReason SIGNED_OUT = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");

    private final Clock clock;
    private final SecurityIdentity identity;
    private final SignedIn signedIn;

    SignedInSocket(Session session, Clock clock, SecurityIdentity identity, SignedIn signedIn) {
        super(session, new RateLimit(clock, FRAMES_PER_SECOND, FRAMES_AT_ONCE), clock);
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
}

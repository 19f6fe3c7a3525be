package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.account.SignedIn;
import org.agentinbox.now.NowChanges;
import org.agentinbox.now.NowService;
import org.agentinbox.now.NowView;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.JsonMessage;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/** A page that shows what goes on. It makes nobody reachable; the page does that by itself where its user takes chats. */
class NowSocket extends SignedInSocket {

    private final NowService now;
    private final NowSockets sockets;
    private final Clock clock;
    private NowView told;

    NowSocket(Session session, NowService now, NowSockets sockets, SignInSockets signIns, Clock clock, SecurityIdentity identity,
        SignedIn signedIn) {
        super(session, signIns, clock, identity, signedIn);
        this.now = now;
        this.sockets = sockets;
        this.clock = clock;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            ifStillSignedIn(this::hello);
        } else {
            unknown(frame);
        }
    }

    /** The welcome comes first, so that a page that was open before takes a refusal for an answer and not for a broken connection. */
    private void hello() {
        sender().answer(JsonMessage.of("welcome").with("now", clock.instant()).toString());
        forget();
        tell(look());
        whileOpen(() -> sockets.add(accountId(), this));
    }

    private synchronized void forget() {
        told = null;
    }

    private NowView look() {
        return identity().runAsSupplier(now::look);
    }

    /** Tells what has changed since this page was last told. Who may look no more is told so, and nothing else from then on. */
    void refresh() {
        try {
            tell(look());
        } catch (RefusedException e) {
            sockets.remove(accountId(), this);
            sender().send(JsonMessage.of("error").with("code", e.refusal()).with("message", e.getMessage()).toString());
        }
    }

    private synchronized void tell(NowView view) {
        NowChanges changes = NowChanges.between(told, view);
        NowFrames.of(view, changes, told == null).forEach(sender()::send);
        told = view;
    }

    @Override
    void leave(CloseReason.CloseCode code) {
        sockets.remove(accountId(), this);
    }
}

package org.agentinbox.web.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.RateLimit;
import org.junit.jupiter.api.Test;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

class HeartbeatTest {

    private final AtomicInteger asked = new AtomicInteger();

    /** A socket on a connection that is gone, so that whatever is sent goes nowhere. */
    private final class Socket extends ClientSocket {

        private final RuntimeException problem;

        Socket(Session session, RuntimeException problem) {
            super(session, new RateLimit(Clock.systemUTC(), 1, 1), Clock.systemUTC());
            this.problem = problem;
        }

        @Override
        void keepAlive() {
            asked.incrementAndGet();
            if (problem != null) {
                throw problem;
            }
        }

        @Override
        void leave(CloseReason.CloseCode code) {
            // is known to nobody
        }

        @Override
        void handle(JsonMessage frame) {
            throw new AssertionError("nobody sends anything");
        }
    }

    private static Session session(String id) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[]{Session.class},
            (proxy, method, arguments) -> "getId".equals(method.getName()) ? id : null);
    }

    @Test
    void aSocketThatThrowsStopsNoOther() {
        Session first = session("first");
        Session second = session("second");
        Heartbeat.register(first, new Socket(first, new IllegalStateException("broken on purpose")));
        Heartbeat.register(second, new Socket(second, null));
        try {
            Heartbeat heartbeat = new Heartbeat();
            IntStream.range(0, 20).forEach(i -> heartbeat.beat());
            assertEquals(4, asked.get());
        } finally {
            Heartbeat.unregister(first);
            Heartbeat.unregister(second);
        }
    }
}

package org.agentinbox.it.container.senders;

import java.io.IOException;

import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Sends to a server that does not answer until {@link Sent#release} is called; then it succeeds, or fails where {@link Sent#fail} says so.
 */
@ApplicationScoped
@OutboxKind(HangingSender.KIND)
public class HangingSender implements OutboxSender {

    /** The kind of outbox messages that it sends. */
    public static final String KIND = "TEST_HANGING";

    @Inject
    private Sent sent;

    @Override
    public void send(String payload) throws Exception {
        sent.add(payload);
        sent.hang(payload);
        if (sent.fails(payload)) {
            throw new IOException("Connection reset");
        }
    }
}

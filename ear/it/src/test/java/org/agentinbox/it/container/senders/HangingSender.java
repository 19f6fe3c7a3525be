package org.agentinbox.it.container.senders;

import java.io.IOException;

import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends to machines that do not answer until they are told to, or fails then where it was told to. */
@ApplicationScoped
@OutboxKind(HangingSender.KIND)
public class HangingSender implements OutboxSender {

    /** What it sends. */
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

package org.agentinbox.it.container.senders;

import java.io.IOException;

import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;
import org.agentinbox.platform.outbox.UndeliverableException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends at once, or fails where it was told to. */
@ApplicationScoped
@OutboxKind(PlainSender.KIND)
public class PlainSender implements OutboxSender {

    /** What it sends. */
    public static final String KIND = "TEST_PLAIN";
    /** How a payload begins that nobody can deliver. */
    public static final String NOBODY = "nobody ";

    @Inject
    private Sent sent;

    @Override
    public void send(String payload) throws Exception {
        sent.add(payload);
        if (payload.startsWith(NOBODY)) {
            throw new UndeliverableException("there is nobody");
        }
        if (sent.fails(payload)) {
            throw new IOException("Connection refused");
        }
    }
}

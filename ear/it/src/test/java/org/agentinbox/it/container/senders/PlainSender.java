package org.agentinbox.it.container.senders;

import java.io.IOException;

import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;
import org.agentinbox.platform.outbox.UndeliverableException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends at once, or fails where {@link Sent#fail} says so. */
@ApplicationScoped
@OutboxKind(PlainSender.KIND)
public class PlainSender implements OutboxSender {

    /** The kind of outbox messages that it sends. */
    public static final String KIND = "TEST_PLAIN";
    /** The beginning of payloads that can never be delivered. */
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

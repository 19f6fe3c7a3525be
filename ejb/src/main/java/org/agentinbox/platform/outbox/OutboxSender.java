package org.agentinbox.platform.outbox;

/**
 * Sends what was put into the {@link Outbox} under one kind. An application-scoped bean with an {@link OutboxKind}; called by several
 * threads at a time, outside any transaction. What it is given may have been sent before: a node that dies right after sending
 * leaves the row behind.
 */
public interface OutboxSender {

    /**
     * Sends, or throws. It must not wait for ever: what takes longer than {@link OutboxRepository#LEASE} may be sent by another node too.
     *
     * @param payload as it was put
     * @throws UndeliverableException where trying again is of no use
     * @throws RetryAfterException where the machine says when to try again
     * @throws Exception anything else: it will be tried again
     */
    void send(String payload) throws Exception;
}

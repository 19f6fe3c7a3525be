package org.agentinbox.platform.outbox;

/**
 * Sends the messages of one kind in the {@link Outbox}. Implement it as an application-scoped bean with an {@link OutboxKind}. It is called
 * by several threads at a time, outside any transaction. A message may have been sent before: a node that dies right after sending leaves
 * it in the outbox.
 */
public interface OutboxSender {

    /**
     * Sends a message. It must use a timeout: a message that takes longer than {@link OutboxRepository#LEASE} may be sent by another node
     * too.
     *
     * @param payload as it was put
     * @throws UndeliverableException where trying again is of no use
     * @throws RetryAfterException where the machine says when to try again
     * @throws Exception for any other failure; it is tried again
     */
    void send(String payload) throws Exception;
}

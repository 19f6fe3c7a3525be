package org.agentinbox.web.hint;

/** Delivers hints to sockets, in the order in which one thread publishes them. */
public interface HintBus {

    /**
     * Returns without waiting for any client, and never throws: a hint that cannot be delivered is dropped.
     *
     * @param hint to deliver; the transaction that caused it is committed
     */
    void publish(Hint hint);
}

package org.agentinbox.web.hint;

/** Delivers hints to sockets, on this node in the order in which one thread publishes them, and on all others as soon as may be. */
public interface HintBus {

    /**
     * Returns without waiting for any client or node, and never throws: a hint that cannot be delivered is dropped.
     *
     * @param hint to deliver; the transaction that caused it is committed
     */
    void publish(Hint hint);
}

package org.agentinbox.web.hint;

/** Takes hints to the sockets that they are for, in the order in which one thread publishes them. */
public interface HintBus {

    /**
     * Returns without waiting for any client. Never throws: what cannot be delivered is left out.
     *
     * @param hint to deliver; its cause is committed
     */
    void publish(Hint hint);
}

package org.agentinbox.web.hint;

/** Where hints arrive on each node: delivers them to the sockets of this node only. */
public interface HintReceiver {

    /**
     * Returns without waiting for any client. A hint may come twice, late, or in another order than it was published in.
     *
     * @param hint of this node or of another one
     */
    void deliver(Hint hint);
}

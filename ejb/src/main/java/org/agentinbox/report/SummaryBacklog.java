package org.agentinbox.report;

/** Makes the final summaries that conversations lack. A bean of whoever writes summaries; the job {@code conversation-summary} calls it. */
public interface SummaryBacklog {

    /**
     * Stores the final summaries of some conversations that ended without one, in a transaction of its own that takes a fraction of a second.
     *
     * @return whether more may be missing
     */
    boolean storeSome();
}

package org.agentinbox.summary.api;

import java.util.List;

/** Writes summaries. A summary contains nothing that was not said: every statement names the messages it comes from. */
public interface Summariser {

    /**
     * @param turns in the order in which they were said; system messages may be among them
     * @return the summary; the built-in method returns the same one for the same turns
     * @throws SummariserException where it cannot make one at the moment
     */
    Summary summarise(List<Turn> turns);
}

package org.agentinbox.summary.api;

import java.util.List;

/** Writes summaries. Says nothing that was not said: every statement names the messages it comes from. */
public interface Summariser {

    /**
     * @param turns in the order they were said, system messages left out or not
     * @return of the turns; by the built-in method the same for the same turns
     * @throws SummariserException where it cannot say anything at the moment
     */
    Summary summarise(List<Turn> turns);
}

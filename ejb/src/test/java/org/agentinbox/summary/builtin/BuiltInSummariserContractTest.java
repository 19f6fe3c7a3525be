package org.agentinbox.summary.builtin;

import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.SummariserContract;

/** The built-in summariser keeps the promises of all. */
class BuiltInSummariserContractTest extends SummariserContract {

    @Override
    public Summariser summariser(TopicMatcher listed) {
        return new BuiltInSummariser(listed);
    }
}

package org.agentinbox.summary;

/** The built-in summariser keeps the promises of all. */
class BuiltInSummariserContractTest extends SummariserContract {

    @Override
    Summariser summariser(TopicMatcher listed) {
        return new BuiltInSummariser(listed);
    }
}

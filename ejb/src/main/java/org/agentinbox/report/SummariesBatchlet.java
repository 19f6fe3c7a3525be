package org.agentinbox.report;

import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Has the missing summaries made, some at a time. */
@Named
@Dependent
class SummariesBatchlet implements Batchlet {

    @Inject
    @Any
    private Instance<MissingSummaries> summaries;
    private volatile boolean stopped;

    @Override
    public String process() {
        long stored = 0;
        for (MissingSummaries missing : summaries) {
            for (int some = missing.storeSome(); some > 0 && !stopped; some = missing.storeSome()) {
                stored += some;
            }
        }
        return (stopped ? "STOPPED" : "COMPLETED") + " stored=" + stored;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

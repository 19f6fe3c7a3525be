package org.agentinbox.report;

import org.agentinbox.platform.StepFailure;

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
    private Instance<SummaryBacklog> backlogs;
    private volatile boolean stopped;

    @Override
    public String process() {
        return StepFailure.inWords(this::summarise);
    }

    private String summarise() {
        for (SummaryBacklog backlog : backlogs) {
            while (!stopped && backlog.storeSome()) {
                // some more
            }
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

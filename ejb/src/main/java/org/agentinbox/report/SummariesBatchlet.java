package org.agentinbox.report;

import org.agentinbox.platform.BatchStepFailure;
import org.agentinbox.summary.SummaryCatchUp;

import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes missing final summaries, a limited number in each transaction. */
@Named
@Dependent
class SummariesBatchlet implements Batchlet {

    @Inject
    private SummaryCatchUp summaries;
    private volatile boolean stopped;

    @Override
    public String process() {
        return BatchStepFailure.inWords(this::summarise);
    }

    private String summarise() {
        while (!stopped && summaries.storeSome()) {
            // The call itself makes the next ones.
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

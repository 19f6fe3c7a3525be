package org.agentinbox.summary;

import java.time.Clock;

import org.agentinbox.report.SummaryBacklog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Final summaries that are missing, for the job {@code conversation-summary}. */
@ApplicationScoped
class SummaryCatchUp implements SummaryBacklog {

    @Inject
    private FinalSummaries summaries;
    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean storeSome() {
        return summaries.keepMissing(clock.instant());
    }
}

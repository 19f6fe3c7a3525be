package org.agentinbox.summary;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Makes final summaries that are missing, for the batch job {@code conversation-summary}. */
@ApplicationScoped
public class SummaryCatchUp {

    @Inject
    private FinalSummaries summaries;
    @Inject
    private Clock clock;

    /**
     * Stores a limited number of missing final summaries, in a transaction of its own that takes a fraction of a second.
     *
     * @return whether more may be missing
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean storeSome() {
        return summaries.keepMissing(clock.instant());
    }
}

package org.agentinbox.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;

import org.agentinbox.platform.BatchStepFailure;
import org.agentinbox.platform.Settings;

import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes the figures of each day that is over and has none or had open chats, each day in a transaction of its own. */
@Named
@Dependent
class FiguresBatchlet implements Batchlet {

    @Inject
    private DailyFigures figures;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;
    private volatile boolean stopped;

    @Override
    public String process() {
        return BatchStepFailure.inWords(this::make);
    }

    private String make() {
        ZoneId zone = settings.batch().zone();
        int days = 0;
        int changed = 0;
        for (Iterator<LocalDate> due = figures.due(clock.instant(), zone).iterator(); due.hasNext() && !stopped; days++) {
            changed += figures.make(due.next(), zone);
        }
        return (stopped ? "STOPPED" : "COMPLETED") + " days=" + days + " rows=" + changed;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

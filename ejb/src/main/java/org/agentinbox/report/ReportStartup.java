package org.agentinbox.report;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DailyJobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Aligns the schedule of the batch job with the settings at start. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ReportStartup {

    @Inject
    private DailyJobs jobs;
    @Inject
    private Settings settings;

    @PostConstruct
    void start() {
        jobs.align(SummarySchedule.KIND, settings.batch().summaryAt());
    }
}

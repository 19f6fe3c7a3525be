package org.agentinbox.retention;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DailyJobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Creates partitions for the coming history, and aligns the schedule of the purge with the settings. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionStartup {

    @Inject
    private HistoryPartitions partitions;
    @Inject
    private DailyJobs jobs;
    @Inject
    private Settings settings;

    @PostConstruct
    void start() {
        partitions.makeAhead();
        jobs.align(PurgeSchedule.KIND, settings.batch().purgeAt());
    }
}

package org.agentinbox.web.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Joins the group of nodes when the application starts. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ClusterStart {

    @Inject
    private ClusterHintBus bus;

    @PostConstruct
    void start() {
        bus.join();
    }
}

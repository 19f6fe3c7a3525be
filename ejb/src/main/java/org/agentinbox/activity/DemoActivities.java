package org.agentinbox.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The activities that belong to the past chats of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoActivities {

    @Inject
    private ActivityRows rows;

    /** Records what the stored conversations tell. */
    public void add() {
        rows.addPast();
    }
}

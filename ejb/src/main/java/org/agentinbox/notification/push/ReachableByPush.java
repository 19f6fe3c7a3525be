package org.agentinbox.notification.push;

import org.agentinbox.availability.Reachability;

import jakarta.enterprise.context.ApplicationScoped;

/** A device that takes Web Push brings offers while no inbox is open. */
@ApplicationScoped
class ReachableByPush implements Reachability {

    @Override
    public String condition(String agentId) {
        return "EXISTS (SELECT FROM push_subscription s WHERE s.account_id = " + agentId + ")";
    }
}

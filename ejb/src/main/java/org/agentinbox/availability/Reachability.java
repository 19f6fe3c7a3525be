package org.agentinbox.availability;

/**
 * A way to reach agents beside an open inbox. Implement it as an application-scoped bean; an agent counts as reachable where any such
 * bean's condition holds. It is an SQL condition instead of a call for each agent, because routing reads all agents in one statement while
 * it holds locks.
 */
public interface Reachability {

    /**
     * Called once, when the statement is put together. The condition is evaluated for each agent, so an index should answer it.
     *
     * @param agentId the SQL expression for the agent's account
     * @return an SQL condition without parameters that holds for agents who can be reached this way
     */
    String condition(String agentId);
}

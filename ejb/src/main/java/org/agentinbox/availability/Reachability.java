package org.agentinbox.availability;

/**
 * A way to reach agents beside an open inbox. Implement it as an application-scoped bean; an agent counts as reachable where any such
 * bean says
 * so. Agents are chosen under the locks of routing, so this is no call for each agent but a condition of the one statement that looks
 * at all of them.
 */
public interface Reachability {

    /**
     * Asked for once, at the first use. It should be answered by an index: it is evaluated for each agent.
     *
     * @param agentId the expression of SQL that stands for the agent's account
     * @return a condition of SQL, without parameters, that holds for agents who can be reached this way
     */
    String condition(String agentId);
}

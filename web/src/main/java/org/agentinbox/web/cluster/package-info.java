/**
 * Several nodes: brings the hints of each to all others. The way: {@link org.agentinbox.web.cluster.ClusterHintBus} delivers a hint to this
 * node's sockets and puts it into {@link org.agentinbox.web.cluster.OutgoingHints}; a thread sends it by
 * {@link org.agentinbox.web.cluster.NodeGroup}, as {@link org.agentinbox.web.cluster.HintText} in a
 * {@link org.agentinbox.web.cluster.HintCommand}, which delivers it there.
 *
 * <p>Always holds: nobody who publishes waits for another node; a hint may be lost, come twice, late or in another order; what a node does
 * not understand, it ignores. What must reach people surely does not depend on this: it is looked up in the database by each node.
 * Decision 35 ({@code ear/src/docs/adr}) lists what each node keeps in memory, and why it holds with several.
 *
 * <p>Events: none.
 */
package org.agentinbox.web.cluster;

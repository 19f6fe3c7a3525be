/**
 * Tests of which agent is offered a chat, and of offers that are passed on, transferred, accepted by another agent, or accepted too late.
 */
package org.agentinbox.it.routing;

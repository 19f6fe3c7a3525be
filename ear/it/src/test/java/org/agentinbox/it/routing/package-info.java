/** Who is offered a chat, and what becomes of the offer: in turn, passed on, transferred, accepted by the wrong one or too late. */
package org.agentinbox.it.routing;

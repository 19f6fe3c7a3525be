/** Supervision of running chats. */
package org.agentinbox.it.supervision;

/** Tests that run inside the server, beside the EAR's own classes: they cover what sockets and pages do not show. */
package org.agentinbox.it.container;

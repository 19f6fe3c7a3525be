/** Tests that run inside the server, beside the EAR's own classes: what sockets and pages cannot show. */
package org.agentinbox.it.container;

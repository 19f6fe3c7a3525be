/** Tests of agents' connections that open, close or fall silent, and of the status that visitors are told. */
package org.agentinbox.it.availability;

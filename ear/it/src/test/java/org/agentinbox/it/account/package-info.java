/** Tests of signing in and out, passwords, the first administrator, and the list of agents. */
package org.agentinbox.it.account;

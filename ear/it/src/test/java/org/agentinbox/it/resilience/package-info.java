/**
 * Both sides write while the server and the database are killed and connections break: nothing acknowledged is lost or doubled. The
 * clients here keep the rules of clients as the widget and the inbox do, and share no code with them.
 */
package org.agentinbox.it.resilience;

/**
 * Both sides write while the server and the database are killed and connections break; no acknowledged message may be lost or doubled. The
 * clients here follow the same rules as the widget and the inbox, but share no code with them.
 */
package org.agentinbox.it.resilience;

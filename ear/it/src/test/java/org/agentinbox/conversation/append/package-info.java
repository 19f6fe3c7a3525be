/** Gives tests of other packages access to the append path. */
package org.agentinbox.conversation.append;

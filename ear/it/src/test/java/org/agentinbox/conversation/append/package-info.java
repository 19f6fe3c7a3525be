/** The append path, for tests of other packages. */
package org.agentinbox.conversation.append;

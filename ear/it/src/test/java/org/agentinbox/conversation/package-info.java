/** Who may write into a conversation, by every path: in the package of what it tests, since none of that is public. */
package org.agentinbox.conversation;

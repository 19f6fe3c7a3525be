/** Tests who may write into a conversation, by every path. They are in the package of the classes under test, which are not public. */
package org.agentinbox.conversation;

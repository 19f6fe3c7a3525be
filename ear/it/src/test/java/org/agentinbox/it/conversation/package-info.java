/** Tests of chats over sockets and in browsers: messages, notes, search, bad input, and access to sockets. */
package org.agentinbox.it.conversation;

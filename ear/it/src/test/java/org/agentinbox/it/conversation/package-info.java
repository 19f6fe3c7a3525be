/** Chats over sockets and in browsers: messages, notes, search, bad input, and who gets a socket. */
package org.agentinbox.it.conversation;

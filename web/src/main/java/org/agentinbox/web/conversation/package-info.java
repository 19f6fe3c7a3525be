/**
 * Conversations as browsers and programs meet them: the two sockets, what is pushed to them, lists and transcripts over REST.
 *
 * <p>A push is a hint that can be lost: it goes out after the commit, to the sockets of this node, without waiting for slow
 * ones. Clients know the last number they have and ask for what they lack.
 */
package org.agentinbox.web.conversation;

/**
 * Conversations as browsers and programs meet them: the two sockets, what is pushed to them, lists and transcripts over REST.
 *
 * <p>A push is a hint that can be lost: it goes out after the commit, to the sockets of this node, without waiting for slow
 * ones. Clients know the last number they have and ask for what they lack.
 *
 * <p>A socket of somebody who signed in lives no longer than the sign-in: {@link org.agentinbox.web.conversation.SignInSockets} knows it
 * from its
 * opening on, and {@link org.agentinbox.web.conversation.SignInRecheck} finds what nobody told of.
 */
package org.agentinbox.web.conversation;

/**
 * Conversations for browsers and programs: the sockets, the frames that are sent to them, lists and transcripts over REST.
 *
 * <p>What is sent without a request is a hint that can be lost: it is sent after the commit, to the sockets of this node, without waiting
 * for slow ones. Clients know the last number they have and ask for what they lack.
 *
 * <p>A socket of somebody who signed in is closed when the sign-in ends: {@link SignInSockets} knows it from its opening on, and
 * {@link SignInRecheck} finds ends that were not announced.
 *
 * <p>Events: none of its own. {@link HintPublisher} observes those of all features after commit and makes hints of them ({@code web.hint});
 * {@link HintDelivery} delivers hints to the sockets of this node.
 *
 * <p>A frame of an agent is answered by the {@link AgentFrameHandler} of its type, one of a visitor by {@link VisitorFrameHandler}.
 *
 * <p>Read in this order: {@link SocketEndpoint}, {@link ClientSocket}, {@link VisitorSocket}, {@link AgentSocket}, {@link AgentFrames},
 * {@link HintPublisher}, {@link HintDelivery}, {@link SocketFrames}, {@link Heartbeat}, {@link ConversationsResource}.
 */
package org.agentinbox.web.conversation;

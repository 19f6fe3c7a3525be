/**
 * The inbox as a page: its first response holds what an agent works with, rendered on the server in their language and zone, and, for
 * the script that keeps it moving, the same as the frames and REST bodies that it would ask for (ADR 28).
 *
 * <p>Rows that the script adds later are copies of {@code <template>}s which the same tag files render: one markup for one thing.
 * What stands beside the conversation changes rarely: the script asks for it again, rendered.
 *
 * <p>What an agent has on all other pages too, {@link AgentBar}, is rendered there in the same way (the template of all pages includes it).
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link InboxPage}, {@link OpenConversation}, {@link LogRows}, {@link ConversationDetails}, {@link InboxSeed},
 * {@link PageReader}, {@link ReaderTimes}.
 */
package org.agentinbox.web.inbox;

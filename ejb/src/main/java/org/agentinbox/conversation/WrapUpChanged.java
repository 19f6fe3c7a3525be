package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.conversation.wrapup.WrapUpView;

/**
 * The outcome or the tags of a chat that ended were set. All agents may see them.
 *
 * @param agentId whose chat it was; null where nobody had accepted it
 * @param by who set them
 */
public record WrapUpChanged(UUID conversationId, UUID agentId, UUID by, WrapUpView wrapUp) {}

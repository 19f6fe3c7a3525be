// What was typed and not yet sent, for each conversation and each agent.

import { storage } from './storage.js';

export function createDrafts(agentId) {
  const prefix = `agentinbox.draft.${agentId}.`;
  const open = new Map();
  return {
    get(conversationId) {
      return open.get(conversationId) ?? storage.get(prefix + conversationId) ?? '';
    },
    set(conversationId, text) {
      open.set(conversationId, text);
      if (text === '') storage.remove(prefix + conversationId);
      else storage.set(prefix + conversationId, text);
    },
  };
}

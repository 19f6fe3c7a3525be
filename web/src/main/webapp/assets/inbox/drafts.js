// Unsent texts, for each conversation and each agent.

import { storage } from './storage.js';

/**
 * Drafts of notes and of messages are stored separately, so that a text for colleagues never appears in a message.
 * changed(conversationId, text) is called when another window of the agent has changed or sent a draft.
 */
export function createDrafts(agentId, changed, kind = 'draft') {
  const all = `agentinbox.${kind}.`;
  const prefix = `${all}${agentId}.`;
  const open = new Map();

  // Drafts survive a sign-out, which may come unexpectedly, but are removed when another agent uses this browser.
  storage.keys(all).filter((key) => !key.startsWith(prefix)).forEach(storage.remove);

  window.addEventListener('storage', ({ key }) => {
    if (!key?.startsWith(prefix)) return;
    const id = key.slice(prefix.length);
    open.delete(id);
    changed(id, storage.get(key) ?? '');
  });

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

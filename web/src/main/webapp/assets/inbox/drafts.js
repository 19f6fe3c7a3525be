// What was typed and not yet sent, for each conversation and each agent.

import { storage } from './storage.js';

/**
 * Each kind apart: what was meant for colleagues must never turn up where a message is written.
 * changed(conversationId, text) is called when another window of the agent has typed, or sent what was typed.
 */
export function createDrafts(agentId, changed, kind = 'draft') {
  const all = `agentinbox.${kind}.`;
  const prefix = `${all}${agentId}.`;
  const open = new Map();

  // Over a sign-out they are kept, since it may come by surprise; who comes next at this browser is not to find them.
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

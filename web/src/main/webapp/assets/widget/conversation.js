// The state of a conversation in this tab.

import { absorb, acknowledge, createLog } from '../core/log.js';

export const isOpen = conv => Boolean(conv) && conv.state !== 'ENDED';

/** @param more further properties; known is the highest message number heard of */
export function freshConversation(id, state, { known, ...more } = {}) {
  return {
    id, state, agent: null, log: createLog(known), visitorRead: 0, agentRead: 0,
    reason: null, fallback: null, queue: null, typing: false, loaded: false, ...more,
  };
}

/** A further message cancels the notice, even if it arrives before the notice does. */
export const isIdle = conv => conv?.state === 'ACTIVE' && conv.idle?.lastSeq >= conv.log.wanted;

/** Adds messages from the server, and removes this visitor's own ones from the waiting acts. */
export function take(conv, acts, messages) {
  const before = conv.log.last;
  const taken = absorb(conv.log, messages);
  messages.filter(({ clientId }) => clientId && acts.remove(clientId)).forEach(message => acknowledge(conv.log, message));
  if (taken.some(({ seq, author }) => seq > before && author.kind === 'AGENT')) {
    conv.typing = false;
  }
}

/** Handles the acknowledgement of a message that was written here. */
export function takeOwn(conv, acts, { clientId, seq, at }, name) {
  const act = acts.remove(clientId);
  if (act) {
    acknowledge(conv.log, { seq, kind: 'TEXT', author: { kind: 'VISITOR', name }, text: act.text, at, clientId });
  }
  conv.log.wanted = Math.max(conv.log.wanted, seq);
}

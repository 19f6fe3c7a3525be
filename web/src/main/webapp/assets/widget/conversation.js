// One conversation as this tab knows it.

import { absorb, acknowledge, createLog } from '../core/log.js';

export const isOpen = conv => Boolean(conv) && conv.state !== 'ENDED';

/** @param more what is known beside that; known is the number of the last message heard of */
export function freshConversation(id, state, { known, ...more } = {}) {
  return {
    id, state, agent: null, log: createLog(known), visitorRead: 0, agentRead: 0,
    reason: null, fallback: null, typing: false, loaded: false, ...more,
  };
}

/** Somebody wrote since: then the notice is void, whichever of the two came first. */
export const isIdle = conv => conv?.state === 'ACTIVE' && conv.idle?.lastSeq >= conv.log.wanted;

/** Messages from the server: what of it was written here is not waiting any more. */
export function take(conv, acts, messages) {
  const before = conv.log.last;
  const taken = absorb(conv.log, messages);
  messages.filter(({ clientId }) => clientId && acts.remove(clientId)).forEach(message => acknowledge(conv.log, message));
  if (taken.some(({ seq, author }) => seq > before && author.kind === 'AGENT')) {
    conv.typing = false;
  }
}

/** The server has stored a message that was written here. */
export function takeOwn(conv, acts, { clientId, seq, at }, name) {
  const act = acts.remove(clientId);
  if (act) {
    acknowledge(conv.log, { seq, kind: 'TEXT', author: { kind: 'VISITOR', name }, text: act.text, at, clientId });
  }
  conv.log.wanted = Math.max(conv.log.wanted, seq);
}

// Unsent messages of a conversation that is not the current one. That one is over, so these are never sent: it would take none of
// them. The log of their own conversation tells which of them had arrived.

import { giveUp } from './acts.js';

/** @param ask(conversationId) asks for the log; @param currentId() → the id of the current conversation */
export function createStrays(acts, ask, currentId) {
  const seen = new Map();
  const strays = () => acts.ordered().filter(act => act.conversationId && act.conversationId !== currentId() && !act.failed);

  function gone(id) {
    strays().filter(act => act.conversationId === id).forEach(act => giveUp(acts, act));
  }

  return {
    /** Up to which message the log was looked through. */
    after: id => seen.get(id) || 0,
    resolve: () => new Set(strays().map(act => act.conversationId)).forEach(id => ask(id)),
    /** What has not arrived in it never will. */
    gone,

    /** @returns whether there is more to look through */
    synced({ conversationId, messages, lastSeq }) {
      const last = messages.at(-1)?.seq ?? lastSeq;
      messages.forEach(({ clientId }) => clientId && acts.remove(clientId));
      seen.set(conversationId, last);
      if (last >= lastSeq) {
        gone(conversationId);
      }
      return last < lastSeq;
    },
  };
}

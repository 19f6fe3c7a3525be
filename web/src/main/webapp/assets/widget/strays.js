// Unsent messages of an earlier conversation. It has ended and takes no messages, so they are not sent. Its log shows which of them had
// arrived.

import { giveUp } from './acts.js';

/** @param ask(conversationId) requests the log; @param currentId() returns the id of the current conversation */
export function createStrays(acts, ask, currentId) {
  const seen = new Map();
  const strays = () => acts.ordered().filter(act => act.conversationId && act.conversationId !== currentId() && !act.failed);

  function gone(id) {
    strays().filter(act => act.conversationId === id).forEach(act => giveUp(acts, act));
  }

  return {
    /** The number of the last message of the log that was examined. */
    after: id => seen.get(id) || 0,
    resolve: () => new Set(strays().map(act => act.conversationId)).forEach(id => ask(id)),
    /** Gives up the messages that are not in the log. */
    gone,

    /** @returns whether more of the log has to be examined */
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

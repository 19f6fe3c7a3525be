// What the visitor does: identify, ask for a chat, write, end. One act goes at a time, so the order in which things were typed cannot
// change.

import { createOutbox } from '../core/outbox.js';
import { OPTIONS } from './server.js';
import { store } from './stores.js';

function frameOf(act) {
  const { kind, clientId } = act;
  const { entry } = OPTIONS;
  switch (kind) {
    case 'identify': return { ...act.identity, type: 'identify', clientId };
    case 'request': return { type: 'chat.request', clientId, ...(entry && { entry }) };
    // Names its chat once that is known: another tab may have started a new one meanwhile.
    case 'message': return { type: 'message.send', clientId, conversationId: act.conversationId, text: act.text };
    default: return { type: 'chat.end', clientId };
  }
}

/** @param connection send(frame) → sent?, restart(); @param maySend(act) → boolean */
export function createActs(connection, maySend) {
  return createOutbox({
    storage: store,
    prefix: 'act:',
    transmit: act => connection.send(frameOf(act)),
    maySend,
    // An answer that never comes is a broken connection that looks whole.
    unanswered: connection.restart,
  });
}

/** The chat is over: a message stays with those who wrote it, the rest is void. */
export function giveUp(acts, act) {
  if (act.kind === 'message') {
    acts.fail(act, 'CHAT_ENDED');
  } else {
    acts.remove(act.clientId);
  }
}

/** What could not be sent goes back to where it can be edited and sent again. */
export function createSalvage(acts, draft) {
  return which => {
    const gone = acts.ordered().filter(which);
    gone.forEach(act => acts.remove(act.clientId));
    draft.append(gone.filter(act => act.kind === 'message').map(act => act.text));
  };
}

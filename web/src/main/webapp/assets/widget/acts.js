// The visitor's acts: identify, request a chat, write, end, leave a message. They are sent one at a time, so their order cannot change.

import { createOutbox } from '../core/outbox.js';
import { OPTIONS } from './server.js';
import { store } from './stores.js';

function frameOf(act) {
  const { kind, clientId } = act;
  const { entry } = OPTIONS;
  switch (kind) {
    case 'identify': return { ...act.identity, type: 'identify', clientId };
    case 'request': return { type: 'chat.request', clientId, ...(entry && { entry }), ...(act.answers && { answers: act.answers }),
      ...(act.consent && { consent: true }) };
    // The conversation is given where it is known, because another tab may have started a new one meanwhile.
    case 'message': return { type: 'message.send', clientId, conversationId: act.conversationId, text: act.text };
    case 'leave': return { type: 'message.leave', clientId, conversationId: act.conversationId, email: act.email, text: act.text };
    default: return { type: 'chat.end', clientId };
  }
}

/** @param connection send(frame) returns whether it was sent, restart(); @param maySend(act) returns a boolean */
export function createActs(connection, maySend) {
  return createOutbox({
    storage: store,
    prefix: 'act:',
    transmit: act => connection.send(frameOf(act)),
    maySend,
    // Where no answer comes, the connection is broken even if it looks open.
    unanswered: connection.restart,
  });
}

/** The chat has ended: unsent messages stay visible as failed, other acts are removed. */
export function giveUp(acts, act) {
  if (act.kind === 'message') {
    acts.fail(act, 'CHAT_ENDED');
  } else {
    acts.remove(act.clientId);
  }
}

/** Moves unsent messages back into the draft, where they can be edited and sent again. */
export function createSalvage(acts, draft) {
  return which => {
    const gone = acts.ordered().filter(which);
    gone.forEach(act => acts.remove(act.clientId));
    draft.append(gone.filter(act => act.kind === 'message').map(act => act.text));
  };
}

// What an agent wrote or shared and the server has not stored yet. In each conversation one act is sent at a time, because a later one must
// not overtake an earlier one that was refused for now.

import { isPassing } from '../core/backoff.js';
import { createOutbox, ORPHAN_AFTER } from '../core/outbox.js';
import { storage } from './storage.js';

const MAX_FRAME = 60_000;
const LONG = 10_000;

/** send(frame) returns whether the frame was sent; changed(conversationId) is called after every change. */
export function createAgentOutbox({ agentId, send, changed }) {
  let online = false;
  const outbox = createOutbox({
    storage,
    prefix: `agentinbox.out.${agentId}.`,
    transmit: (act) => send(frame(act)),
    maySend: () => online,
    laneOf: (act) => act.conversationId,
    changed: (act) => changed(act.conversationId),
  });

  const of = (conversationId) => outbox.ordered().filter((act) => act.conversationId === conversationId);

  function frame({ conversationId, clientId, text, note, card }) {
    if (card) return { type: 'calendar.share', conversationId, clientId, agentId: card.agentId };
    return { type: note ? 'note.add' : 'message.send', conversationId, clientId, text };
  }

  /**
   * Adds a private note or a message to the visitor. With a card, the message shares a calendar, and its text says so for clients that
   * cannot show cards.
   */
  function add(conversationId, text, { note = false, card } = {}) {
    const act = outbox.add({ conversationId, text, note, card, at: new Date().toISOString() });
    // The server closes the connection at a frame that is too long, which would happen again at each attempt.
    if (new TextEncoder().encode(JSON.stringify(frame(act))).length > MAX_FRAME) outbox.fail(act, 'TEXT_TOO_LONG');
    outbox.pump();
    return act;
  }

  /** Removes an act that is stored or was given up. Returns the act; null where it is unknown. */
  function settle(clientId) {
    const act = outbox.remove(clientId);
    outbox.pump();
    return act;
  }

  function refused(clientId, code) {
    const act = outbox.get(clientId);
    if (isPassing(code)) outbox.later(act);
    else outbox.fail(act, code);
    outbox.pump();
  }

  function goOnline() {
    online = true;
    load();
  }

  function goOffline() {
    online = false;
    outbox.reset();
  }

  function load(age) {
    outbox.load(age);
    outbox.pump();
  }

  /** The server closed the connection because of a frame that was too long. It must be one of those in flight. */
  function tooBig() {
    const lanes = new Set(outbox.ordered().map((act) => act.conversationId));
    [...lanes].map(outbox.inFlight).filter((act) => act?.text.length > LONG).forEach((act) => outbox.fail(act, 'TEXT_TOO_LONG'));
  }

  // Another window of this browser sent, changed or removed an act that this window knows too.
  function otherWindow(event) {
    const clientId = outbox.clientIdOf(event.key);
    const known = clientId && outbox.get(clientId);
    if (!known) return;
    if (event.newValue === null) return void settle(clientId);
    Object.assign(known, storage.get(event.key));
    changed(known.conversationId);
  }

  window.addEventListener('storage', otherWindow);
  // The windows that are still open take over the unsent acts of a closed one.
  setInterval(() => online && load(ORPHAN_AFTER), ORPHAN_AFTER);
  load();

  return { add, of, settle, refused, goOnline, goOffline, tooBig, has: (clientId) => Boolean(outbox.get(clientId)) };
}
